package io.ratel.adapters.capture;

import io.ratel.marketdata.LiveMarkets;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.feed.VenueMarkets;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipInputStream;

/** Loads files of bars and ticks, one after the other. Runs on one thread. */
final class HistoryLoad {
  private static final int MAX_ROWS = 5_000_000;

  private final List<LeanFile> files;
  private final LiveMarkets markets;
  private final FeedMeter meter;
  private final VenueMarkets decimals = new VenueMarkets(LeanFile.VENUE);

  HistoryLoad(List<LeanFile> files, LiveMarkets markets, FeedMeter meter) {
    this.files = files;
    this.markets = markets;
    this.meter = meter;
  }

  void run() throws IOException, InterruptedException {
    for (LeanFile file : files) {
      load(file);
    }
    meter.state(FeedStatus.State.FINISHED);
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
