package io.ratel.benchmarks.measure;

import java.util.List;

/**
 * One line of a report.
 *
 * @param unit of {@code p50} and {@code p99}; of {@code perSecond} where a row has only that
 * @param peers others that did the same in the same run, by turns
 * @param runs how many times it was measured; the figures are medians over them
 */
public record Row(String name, String unit, Figures ours, List<Peer> peers, int runs) {
  /** Something else that does the same. */
  public record Peer(String name, String version, Figures figures) {}

  public Row(String name, String unit, Figures ours, int runs) {
    this(name, unit, ours, List.of(), runs);
  }

  /** The medians of some runs. */
  public static Row of(String name, String unit, List<Figures> runs) {
    return new Row(name, unit, Figures.median(runs), runs.size());
  }

  /** The same row beside a peer's medians. */
  public Row beside(String peer, String version, List<Figures> itsRuns) {
    return new Row(
        name, unit, ours, List.of(new Peer(peer, version, Figures.median(itsRuns))), runs);
  }
}
