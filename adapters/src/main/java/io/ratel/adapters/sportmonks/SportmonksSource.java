package io.ratel.adapters.sportmonks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.adapters.polled.PolledRequest;
import io.ratel.adapters.polled.PolledSink;
import io.ratel.adapters.polled.PolledSource;
import io.ratel.marketdata.feed.Frame;
import io.ratel.marketdata.feed.FrameFault;
import io.ratel.marketdata.feed.FrameJson;
import io.ratel.marketdata.feed.RejectedFrameException;
import io.ratel.marketdata.news.CalendarEntry;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.MarketEvent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Goals, cards, beginnings and ends of the matches of some teams, as events of the symbols that
 * stand for them; each match is also in the calendar. Asked every two seconds while one is live,
 * and every half minute while none is.
 */
public final class SportmonksSource implements PolledSource {
  private static final Duration LIVE = Duration.ofSeconds(2);
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final String SOURCE = "SPORTMONKS";
  private static final int MAX_HEADLINE = 200;
  private static final DateTimeFormatter STARTS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** Kinds of events by Sportmonks' number of their type. */
  private static final Map<Long, String> KINDS =
      Map.of(
          14L, "goal",
          15L, "ownGoal",
          16L, "penaltyGoal",
          17L, "penaltyMissed",
          20L, "redCard",
          21L, "redCard");

  private static final Set<String> ENDED = Set.of("FT", "AET", "FT_PEN");

  private final URI url;
  private final String token;
  private final Map<String, Symbol> teams;
  private boolean live;

  /**
   * @param url such as {@code https://api.sportmonks.com}
   * @param teams symbols by the names of teams
   */
  public SportmonksSource(URI url, String token, Map<String, Symbol> teams) {
    this.url = url;
    this.token = token;
    this.teams = Map.copyOf(teams);
  }

  @Override
  public String kind() {
    return "sportmonks";
  }

  @Override
  public Set<Symbol> symbols() {
    return Set.copyOf(teams.values());
  }

  @Override
  public List<PolledRequest> requests(Instant now) {
    return List.of(
        PolledRequest.get(
            "livescores",
            url.resolve(
                "/v3/football/livescores?include=participants;scores;events;state&api_token="
                    + URLEncoder.encode(token, StandardCharsets.UTF_8))));
  }

  @Override
  public Duration pause() {
    return live ? LIVE : QUIET;
  }

  @Override
  public void read(PolledRequest request, Frame answer, PolledSink sink)
      throws RejectedFrameException {
    JsonNode document = FrameJson.parse(answer.text());
    if (!document.has("data")) {
      throw new RejectedFrameException(
          document.has("message") ? FrameFault.VENUE_ERROR : FrameFault.MISSING_FIELD,
          document.path("message").asText("data is missing"));
    }
    boolean anyLive = false;
    for (JsonNode match : FrameJson.array(document, "data")) {
      Match read = match(match);
      if (!read.symbols().isEmpty()) {
        anyLive |= read.live();
        sink.onCalendar(read.entry());
        events(match, read, answer.localTimeNs()).forEach(sink::onEvent);
      }
    }
    live = anyLive;
  }

  private record Match(
      String id, String title, String state, List<Symbol> symbols, String score, long startsNs) {
    boolean live() {
      return state.startsWith("INPLAY") || state.equals("HT") || state.equals("BREAK");
    }

    CalendarEntry entry() {
      return new CalendarEntry(SOURCE, id, "", title, 0, score, "", "", startsNs);
    }
  }

  private Match match(JsonNode match) throws RejectedFrameException {
    List<Symbol> symbols = new ArrayList<>();
    String home = "";
    String away = "";
    for (JsonNode participant : FrameJson.array(match, "participants")) {
      String name = FrameJson.text(participant, "name");
      Symbol symbol = teams.get(name);
      if (symbol != null) {
        symbols.add(symbol);
      }
      if (participant.path("meta").path("location").asText().equals("away")) {
        away = name;
      } else {
        home = name;
      }
    }
    int[] goals = new int[2];
    for (JsonNode score : match.path("scores")) {
      if (score.path("description").asText().equals("CURRENT")) {
        boolean ofAway = score.path("score").path("participant").asText().equals("away");
        goals[ofAway ? 1 : 0] = score.path("score").path("goals").asInt();
      }
    }
    String state = match.path("state").path("developer_name").asText("NS");
    String score = state.equals("NS") ? "" : goals[0] + "–" + goals[1];
    String starts = FrameJson.text(match, "starting_at");
    return new Match(
        Long.toString(FrameJson.count(match, "id")),
        home + " v " + away,
        state,
        symbols,
        score,
        startsNs(starts));
  }

  private static long startsNs(String text) throws RejectedFrameException {
    try {
      return LocalDateTime.parse(text, STARTS).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
    } catch (DateTimeParseException e) {
      throw new RejectedFrameException(
          FrameFault.BAD_TIME, "starting_at must be YYYY-MM-DD HH:MM:SS, was '" + text + "'");
    }
  }

  private List<MarketEvent> events(JsonNode match, Match read, long nowNs)
      throws RejectedFrameException {
    List<MarketEvent> events = new ArrayList<>();
    if (read.live()) {
      add(events, read, "start", "matchStart", read.title() + " has begun", read.startsNs());
    }
    for (JsonNode event : match.path("events")) {
      String kind = KINDS.get(FrameJson.count(event, "type_id"));
      if (kind != null) {
        String headline =
            "%s: %s, %s' %s"
                .formatted(
                    read.title(),
                    event.path("result").asText(read.score()),
                    event.path("minute").asText("?"),
                    event.path("player_name").asText(""))
                .strip();
        add(events, read, Long.toString(FrameJson.count(event, "id")), kind, headline, nowNs);
      }
    }
    if (ENDED.contains(read.state())) {
      add(events, read, "end", "matchEnd", read.title() + " ended " + read.score(), nowNs);
    }
    return events;
  }

  private static void add(
      List<MarketEvent> events, Match match, String id, String kind, String headline, long ns) {
    String cut = headline.length() <= MAX_HEADLINE ? headline : headline.substring(0, MAX_HEADLINE);
    for (Symbol symbol : match.symbols()) {
      events.add(new MarketEvent(symbol, match.id() + "-" + id, kind, cut, ns));
    }
  }
}
