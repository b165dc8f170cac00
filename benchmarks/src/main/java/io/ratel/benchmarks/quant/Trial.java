package io.ratel.benchmarks.quant;

import io.ratel.benchmarks.measure.Figures;
import io.ratel.benchmarks.measure.Measurement;
import io.ratel.benchmarks.measure.Row;
import io.ratel.benchmarks.measure.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * The same work done by us and by others, by turns; each run is the mean of some passes, each row
 * the median of its runs after some that are not counted.
 *
 * @param unitNs how many nanoseconds the row's unit has
 * @param items of one pass, by which its time is divided
 * @param passes in a run
 */
record Trial(
    String name,
    String unit,
    double unitNs,
    int items,
    int passes,
    DoubleSupplier ours,
    List<Rival> rivals)
    implements Measurement {
  private static final int WARM_UPS = 4;
  private static final int RUNS = 9;

  /** Somebody who does the same. */
  record Rival(String name, String version, DoubleSupplier work) {}

  @Override
  public List<String> rows() {
    return List.of(name);
  }

  @Override
  public void measure(Workplace place, Consumer<Row> out) {
    List<Figures> own = new ArrayList<>();
    List<List<Figures>> theirs = new ArrayList<>();
    rivals.forEach(rival -> theirs.add(new ArrayList<>()));
    for (int run = 0; run < WARM_UPS + RUNS; run++) {
      Figures figures = time(ours);
      if (run >= WARM_UPS) {
        own.add(figures);
      }
      for (int i = 0; i < rivals.size(); i++) {
        Figures its = time(rivals.get(i).work());
        if (run >= WARM_UPS) {
          theirs.get(i).add(its);
        }
      }
    }
    List<Row.Peer> peers = new ArrayList<>();
    for (int i = 0; i < rivals.size(); i++) {
      Rival rival = rivals.get(i);
      peers.add(new Row.Peer(rival.name(), rival.version(), Figures.median(theirs.get(i))));
    }
    out.accept(new Row(name, unit, Figures.median(own), peers, RUNS));
  }

  private Figures time(DoubleSupplier work) {
    double sum = 0;
    long begunNs = System.nanoTime();
    for (int i = 0; i < passes; i++) {
      sum += work.getAsDouble();
    }
    long tookNs = System.nanoTime() - begunNs;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException(name + " gave no number");
    }
    return Figures.of(tookNs / unitNs / passes / items);
  }
}
