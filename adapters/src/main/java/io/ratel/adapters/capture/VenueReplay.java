package io.ratel.adapters.capture;

import io.ratel.marketdata.feed.FeedIntake;
import io.ratel.marketdata.feed.FeedMeter;
import io.ratel.marketdata.feed.FeedReader;
import io.ratel.marketdata.feed.FeedStatus;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.MarketSink;
import io.ratel.marketdata.feed.RejectedFrameException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Plays the recordings of one venue, merged by time. Runs on one thread. */
final class VenueReplay {
  private final ReplayPlan.Venue venue;
  private final MarketSink sink;
  private final FeedMeter meter;
  private final Pace pace;

  VenueReplay(ReplayPlan.Venue venue, MarketSink sink, FeedMeter meter, Pace pace) {
    this.venue = venue;
    this.sink = sink;
    this.meter = meter;
    this.pace = pace;
  }

  void run() throws IOException, InterruptedException {
    FeedReader reader = venue.format().reader(venue.name());
    FeedIntake intake = new FeedIntake(reader, sink, meter);
    for (CaptureFile listing : venue.listings()) {
      learn(reader, listing);
    }
    List<CaptureCursor> open = new ArrayList<>();
    try {
      PriorityQueue<CaptureCursor> next = new PriorityQueue<>();
      for (CaptureFile file : venue.files()) {
        CaptureCursor cursor = new CaptureCursor(file, open.size());
        open.add(cursor);
        next.add(cursor);
      }
      for (CaptureCursor cursor = next.poll(); cursor != null; cursor = next.poll()) {
        CaptureCursor.Step step = cursor.step();
        if (step != null) {
          meter.lag(pace.keep(cursor.timeNs()));
          take(step, intake);
          cursor.advance();
          next.add(cursor);
        }
      }
    } finally {
      for (CaptureCursor cursor : open) {
        cursor.close();
      }
    }
    meter.state(FeedStatus.State.FINISHED);
  }

  private static void take(CaptureCursor.Step step, FeedIntake intake) {
    switch (step) {
      case CaptureCursor.Step.Received(Frame frame) -> intake.accept(frame);
      case CaptureCursor.Step.Reconnected() -> intake.disconnected();
      case CaptureCursor.Step.Rubbish(String why) -> intake.reject(FrameFault.NOT_A_ROW, why);
    }
  }

  /** A listing names the markets; it is not part of the feed and not counted. */
  private void learn(FeedReader reader, CaptureFile listing) throws IOException {
    try (CaptureCursor cursor = new CaptureCursor(listing, 0)) {
      for (; cursor.step() != null; cursor.advance()) {
        if (cursor.step() instanceof CaptureCursor.Step.Received(Frame frame)) {
          try {
            reader.read(frame, sink);
          } catch (RejectedFrameException e) {
            meter.detail(listing.path().getFileName() + " says nothing: " + e.getMessage());
          }
        }
      }
    }
  }
}
