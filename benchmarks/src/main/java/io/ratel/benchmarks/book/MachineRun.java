package io.ratel.benchmarks.book;

import io.ratel.adapters.linux.Processors;
import io.ratel.benchmarks.book.Mix.Filled;
import io.ratel.benchmarks.measure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our machine alone on the flow of the exchange's figures, in a process that was started for it
 * with other flags: leaves the median nanoseconds of a command in the file that it is given.
 */
public final class MachineRun {
  /** Everything inline, a thousand orders resting. */
  public static final String INLINE = "inline";

  /** The book alone, a million orders resting. */
  public static final String MILLION = "million";

  /** The last word, to run on the last processor and no other. */
  public static final String PINNED = "pinned";

  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;

  private MachineRun() {}

  /**
   * @param words the file, one of the above, and perhaps {@link #PINNED}
   */
  public static void main(String[] words) throws IOException {
    List<String> arguments = List.of(words);
    if (arguments.contains(PINNED)) {
      Optional<Processors> processors = Processors.ofThisMachine();
      if (processors.isEmpty() || !processors.get().bind(processors.get().allowed().getLast())) {
        throw new IllegalStateException("this machine binds no thread to a processor");
      }
    }
    boolean million = arguments.contains(MILLION);
    Filled filled =
        Mix.generate(
            million ? BookFigures.MILLION : BookFigures.FEW,
            BookFigures.COMMANDS,
            BookFigures.SEED);
    List<Figures> runs = new ArrayList<>();
    if (million) {
      for (int run = 0; run < WARM_UPS + RUNS; run++) {
        runs.add(Figures.of(Race.nanos(new RatelBook(), filled)));
      }
    } else {
      EncodedFlow encoded = new EncodedFlow(filled.flow());
      for (int run = 0; run < WARM_UPS + RUNS; run++) {
        runs.add(Figures.of(Race.nanos(new RatelInline(encoded), filled)));
      }
    }
    Figures median = Figures.median(runs.subList(WARM_UPS, runs.size()));
    Files.writeString(Path.of(words[0]), Double.toString(median.p50().orElseThrow()));
  }
}
