package io.ratel.adapters.questdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.bar.Rollup;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import io.ratel.model.market.Trade;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it stores cold batches; its trades come again after it. */
final class ColdKillTest {
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void whatWasAnnouncedIsThereOnceAndItsBarsAreWhole() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      int announced = killed(1 + random.nextInt(6), random.nextInt(60_000_000));
      check(announced, "seed " + seed + ", kill " + kill);
    }
    assertThat(start().waitFor()).isZero();
    check(ColdWriter.TRADES, "seed " + seed);
  }

  /** Kills it some time after so many batches were announced, and tells what was by then. */
  private int killed(int batches, long afterNs) throws IOException, InterruptedException {
    Process process = start();
    while (announced().size() < batches) {
      assertThat(process.isAlive()).isTrue();
      LockSupport.parkNanos(500_000);
    }
    LockSupport.parkNanos(afterNs); // into one of the next batches
    process.destroyForcibly();
    process.waitFor();
    return announced().getLast();
  }

  /** What the process has said in whole lines. */
  private List<Integer> announced() throws IOException {
    Path said = folder.resolve("said");
    String text = Files.exists(said) ? Files.readString(said) : "";
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Integer::valueOf).toList();
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!flag.startsWith("-javaagent") && !flag.startsWith("-agentlib")) {
        command.add(flag);
      }
    }
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ColdWriter.class.getName());
    Path said = folder.resolve("said");
    Files.deleteIfExists(said);
    command.add(folder.resolve("ticks").toString());
    command.add(said.toString());
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The trades that are stored are the first so many, each once, and the bars are theirs. */
  private void check(int announced, String when) {
    try (QuestTickStore store = QuestTickStore.open(folder.resolve("ticks"));
        LiveMarkets markets = LiveMarkets.start(store, LiveMarkets.Limits.DEFAULT)) {
      int stored = 0;
      for (int market = 0; market < ColdWriter.MARKETS; market++) {
        Symbol symbol = ColdWriter.market(market).symbol();
        List<Trade> trades = store.trades(symbol, 0, Long.MAX_VALUE);
        List<Trade> expected = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
          expected.add(ColdWriter.trade(market + i * ColdWriter.MARKETS));
        }
        assertThat(trades).as(when).isEqualTo(expected);
        for (Interval interval : Interval.values()) {
          assertThat(markets.bars(symbol, interval, 0, Long.MAX_VALUE, 100_000))
              .as("%s, bars of %s", when, interval)
              .isEqualTo(Rollup.ofTrades(trades, interval));
        }
        stored += trades.size();
      }
      assertThat(stored).as(when).isGreaterThanOrEqualTo(announced);
      assertThat(stored % ColdWriter.BATCH).as("whole batches, %s", when).isZero();
    }
  }
}
