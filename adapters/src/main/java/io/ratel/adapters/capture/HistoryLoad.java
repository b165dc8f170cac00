package io.ratel.adapters.capture;

import io.ratel.adapters.factors.FactorFile;
import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.adjustment.PriceFactors;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.FeedTime;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import io.ratel.marketdata.series.Observation;
import io.ratel.model.instrument.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;

/** Loads files of bars, ticks and price factors, one after the other. Runs on one thread. */
final class HistoryLoad {
  private static final int MAX_ROWS = 5_000_000;
  private static final long MAX_FACTOR_BYTES = 4L << 20;

  private final ReplayPlan plan;
  private final LiveMarkets markets;
  private final Consumer<List<Observation>> series;
  private final FeedMeter meter;
  private final VenueMarkets decimals = new VenueMarkets(LeanFile.VENUE);

  HistoryLoad(
      ReplayPlan plan, LiveMarkets markets, Consumer<List<Observation>> series, FeedMeter meter) {
    this.plan = plan;
    this.markets = markets;
    this.series = series;
    this.meter = meter;
  }

  void run() throws IOException, InterruptedException {
    for (Path file : plan.factors()) {
      factors(file);
    }
    for (LeanFile file : plan.history()) {
      load(file);
    }
    meter.state(FeedStatus.State.FINISHED);
  }

  /** What a file says was learned when the file was written. */
  private void factors(Path file) throws IOException {
    String name = file.getFileName().toString();
    Symbol share = FactorFile.share(LeanFile.VENUE, name, true).orElseThrow();
    if (Files.size(file) > MAX_FACTOR_BYTES) {
      reject(FrameFault.TOO_LARGE, name + " has more than " + MAX_FACTOR_BYTES + " bytes");
      return;
    }
    try {
      series.accept(
          PriceFactors.series(
              share,
              FactorFile.read(Files.readString(file)),
              FeedTime.nanos(Files.getLastModifiedTime(file).toInstant())));
      meter.frame();
    } catch (RejectedFrameException e) {
      reject(e.fault(), name + ": " + e.getMessage());
    }
  }

  private void load(LeanFile file) throws IOException, InterruptedException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file.path()));
        LineReader lines = new LineReader(zip)) {
      if (zip.getNextEntry() == null) {
        reject(FrameFault.NOT_A_ROW, file.path().getFileName() + " holds no file");
        return;
      }
      LeanRows rows = new LeanRows(file, decimals);
      int count = 0;
      for (String line = lines.next(); line != null && count < MAX_ROWS; line = lines.next()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("the replay was stopped");
        }
        if (!line.isBlank()) {
          count++;
          take(file, rows, line);
        }
      }
      if (count == MAX_ROWS) {
        reject(FrameFault.TOO_LARGE, "a file has at most " + MAX_ROWS + " rows");
      }
    }
  }

  private void take(LeanFile file, LeanRows rows, String line) {
    try {
      if (file.kind() == LeanFile.Kind.TICK) {
        markets.onTrade(rows.trade(line));
      } else {
        markets.onBars(List.of(rows.bar(line)));
      }
      meter.frame(rows.lastTimeNs());
    } catch (RejectedFrameException e) {
      reject(e.fault(), String.valueOf(e.getMessage()));
    }
  }

  private void reject(FrameFault fault, String why) {
    meter.frame();
    meter.rejected(fault, fault.label() + ": " + why);
  }
}
