package io.ratel.benchmarks.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ratel.adapters.aeron.RecordedEvents;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.event.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVenueTest {
  @Test
  void everySecondOrderMeetsTheOneBeforeSoThatTheBookStaysEmpty(@TempDir Path directory) {
    List<Event> events = new ArrayList<>();
    try (LogVenue venue = new LogVenue(directory, false);
        RecordedEvents recorded = venue.events()) {
      for (int i = 0; i < 4; i++) {
        venue.order();
      }
      try (EventLog.Reader reader = recorded.follow(0)) {
        while (events.size() < venue.sequence()) {
          reader.poll((sequence, time, event) -> events.add(event), 100);
        }
      }
    }
    assertThat(events).filteredOn(Event.OrderAccepted.class::isInstance).hasSize(4);
    assertThat(events).filteredOn(Event.Traded.class::isInstance).hasSize(2);
    assertThat(events)
        .filteredOn(Event.LevelChanged.class::isInstance)
        .last()
        .extracting(level -> ((Event.LevelChanged) level).quantity())
        .isEqualTo(0L);
  }
}
