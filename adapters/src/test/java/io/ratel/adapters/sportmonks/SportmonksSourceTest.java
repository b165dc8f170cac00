package io.ratel.adapters.sportmonks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ratel.adapters.polled.ToldSink;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.MarketEvent;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SportmonksSourceTest {
  private static final Symbol CLUB = Symbol.of("RATEL-FC");

  private final ToldSink told = new ToldSink();
  private final SportmonksSource source =
      new SportmonksSource(URI.create("https://example.org"), "s3cret", Map.of("Ratel FC", CLUB));

  private static String match(String state, int home, int away, String events) {
    return """
        {"data":[{"id":18535517,"name":"Ratel FC vs Badgers","starting_at":"2024-01-06 11:00:00",
          "state":{"id":2,"state":"%1$s","developer_name":"%1$s"},
          "participants":[
            {"id":53,"name":"Ratel FC","meta":{"location":"home"}},
            {"id":62,"name":"Badgers","meta":{"location":"away"}}],
          "scores":[
            {"description":"1ST_HALF","score":{"goals":0,"participant":"home"}},
            {"description":"CURRENT","score":{"goals":%2$d,"participant":"home"}},
            {"description":"CURRENT","score":{"goals":%3$d,"participant":"away"}}],
          "events":[%4$s]}]}"""
        .formatted(state, home, away, events);
  }

  private static String event(int id, int type, int minute, String result) {
    return ("{\"id\":%d,\"type_id\":%d,\"minute\":%d,"
            + "\"player_name\":\"A. Scorer\",\"result\":\"%s\"}")
        .formatted(id, type, minute, result);
  }

  @Test
  void aMatchIsToldFromItsBeginningToItsEnd() throws Exception {
    told.tell(source, 0, match("NS", 0, 0, ""));
    assertThat(told.events).isEmpty();
    assertThat(told.calendar.get(0).title()).isEqualTo("Ratel FC v Badgers");
    assertThat(source.pause()).isEqualTo(Duration.ofSeconds(30));

    told.tell(source, 0, match("INPLAY_1ST_HALF", 1, 0, event(7, 14, 23, "1-0")));
    assertThat(source.pause()).isEqualTo(Duration.ofSeconds(2));
    assertThat(told.events).extracting(MarketEvent::kind).containsExactly("matchStart", "goal");
    assertThat(told.events.get(1).headline()).isEqualTo("Ratel FC v Badgers: 1-0, 23' A. Scorer");
    assertThat(told.events.get(1).id()).isEqualTo("18535517-7");

    told.tell(source, 0, match("FT", 1, 1, event(7, 14, 23, "1-0") + "," + event(9, 18, 60, "")));
    assertThat(source.pause()).isEqualTo(Duration.ofSeconds(30));
    assertThat(told.events.getLast().headline()).isEqualTo("Ratel FC v Badgers ended 1–1");
    assertThat(told.calendar.getLast().actual()).isEqualTo("1–1");
    assertThat(told.events).extracting(MarketEvent::kind).doesNotContain("substitution");
  }

  @Test
  void matchesOfOthersAreLeftOut() throws Exception {
    told.tell(source, 0, match("INPLAY_2ND_HALF", 1, 0, "").replace("Ratel FC", "Stoats"));

    assertThat(told.isEmpty()).isTrue();
    assertThat(source.pause()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRefusalAndADayThatIsNoneAreSaid() {
    assertThatThrownBy(() -> told.tell(source, 0, "{\"message\":\"Unauthenticated.\"}"))
        .hasMessageContaining("Unauthenticated");
    String wrong = match("NS", 0, 0, "").replace("2024-01-06 11:00:00", "tomorrow");
    assertThatThrownBy(() -> told.tell(source, 0, wrong))
        .isInstanceOf(RejectedFrameException.class)
        .hasMessageContaining("tomorrow");
    assertThat(source.requests(ToldSink.NOW).toString()).doesNotContain("s3cret");
  }
}
