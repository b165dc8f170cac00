package io.ratel.gateway.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.alert.WireAlert.Repeating;
import io.ratel.gateway.catalog.Catalog;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Items;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Cursor;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.alert.Alert;
import io.ratel.marketdata.alert.AlertStore;
import io.ratel.marketdata.alert.Alerts;
import io.ratel.marketdata.alert.Firing;
import io.ratel.marketdata.indicator.IndicatorCatalog;
import io.ratel.marketdata.indicator.InvalidArgumentException;
import io.ratel.marketdata.rule.Condition;
import io.ratel.marketdata.rule.ConditionJson;
import io.ratel.marketdata.rule.Repeat;
import io.ratel.marketdata.rule.Rule;
import io.ratel.model.instrument.Symbol;
import io.ratel.security.identity.License;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A user's alerts. */
public final class AlertsResource {
  private static final int MIN_COOLDOWN_MS = 1_000;
  private static final int MAX_COOLDOWN_MS = 7 * 86_400_000;
  private static final long COOLDOWN_MS = 60_000;
  private static final String NAME = "(?!\\s)\\P{Cc}{1,60}(?<!\\s)";
  private static final String NAME_RULE =
      "must be 1 to 60 characters, no control characters and no space at an end";
  private static final String CONDITION =
      "What is looked for: above, below, crosses, changes, often, sequence, all, any, not; see"
          + " docs/market-data.md.";

  private record NewAlert(
      @Field(value = "The user's word for it.", pattern = NAME, rule = NAME_RULE)
          Optional<String> name,
      @Field("The market that is watched.") String symbol,
      @Field(CONDITION) JsonNode condition,
      @Field("always when left out.") Optional<Repeating> repeat,
      @Field(
              value = "How long it stays quiet after it fired; a minute when left out.",
              min = MIN_COOLDOWN_MS,
              max = MAX_COOLDOWN_MS)
          Optional<Integer> cooldownMs,
      @Field("From then on it does not fire, by the market's time.") Optional<Instant> expiresAt) {}

  private record Change(
      String id,
      @Field(value = "The user's word for it.", pattern = NAME, rule = NAME_RULE)
          Optional<String> name,
      @Field(CONDITION) Optional<JsonNode> condition,
      Optional<Repeating> repeat,
      @Field(min = MIN_COOLDOWN_MS, max = MAX_COOLDOWN_MS) Optional<Integer> cooldownMs,
      Optional<Instant> expiresAt,
      @Field("false also starts one again that has ended.") Optional<Boolean> paused) {}

  private record OneAlert(String id) {}

  private record Firings(
      String id,
      @Field("The next of the page before.") Optional<String> cursor,
      @Field(min = 1, max = Cursor.MAX_LIMIT) Optional<Integer> limit) {}

  private final AlertStore store;
  private final Alerts alerts;
  private final IndicatorCatalog indicators;
  private final Catalog catalog;
  private final LongFunction<License> licenses;
  private final InstantSource clock;

  /**
   * @param alerts told of each change
   * @param licenses of users by number
   */
  public AlertsResource(
      AlertStore store,
      Alerts alerts,
      IndicatorCatalog indicators,
      Catalog catalog,
      LongFunction<License> licenses,
      InstantSource clock) {
    this.store = store;
    this.alerts = alerts;
    this.indicators = indicators;
    this.catalog = catalog;
    this.licenses = licenses;
    this.clock = clock;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "createAlert",
                "/v1/alerts",
                "Watches a market; what fires is told on the topic alerts.")
            .refuses(
                ErrorCode.UNKNOWN_MARKET, ErrorCode.INVALID_CONDITION, ErrorCode.TOO_MANY_ALERTS)
            .answers(NewAlert.class, 201, Shape.of(WireAlert.class), this::create),
        Operation.get("listAlerts", "/v1/alerts", "The caller's alerts, newest first.")
            .answers(
                Nothing.class,
                200,
                Shape.listOf(WireAlert.class),
                (query, caller) ->
                    Answer.ok(
                        Items.all(store.of(caller.userId()).stream().map(this::wire).toList()))),
        Operation.get("getAlert", "/v1/alerts/{id}", "One of the caller's alerts.")
            .refuses(ErrorCode.UNKNOWN_ALERT)
            .answers(
                OneAlert.class,
                200,
                Shape.of(WireAlert.class),
                (query, caller) -> Answer.ok(wire(find(caller, query.id())))),
        Operation.patch(
                "changeAlert",
                "/v1/alerts/{id}",
                "Changes, pauses or resumes an alert; it starts anew.")
            .refuses(ErrorCode.UNKNOWN_ALERT, ErrorCode.INVALID_CONDITION)
            .answers(Change.class, 200, Shape.of(WireAlert.class), this::change),
        Operation.delete("deleteAlert", "/v1/alerts/{id}", "Deletes an alert and what it fired.")
            .refuses(ErrorCode.UNKNOWN_ALERT)
            .answers(OneAlert.class, 204, Shape.nothing(), this::delete),
        Operation.get(
                "listAlertEvents", "/v1/alerts/{id}/events", "When an alert fired, newest first.")
            .refuses(ErrorCode.UNKNOWN_ALERT)
            .answers(Firings.class, 200, Shape.listOf(WireFiring.class), this::firings));
  }

  /** How many alerts a license allows. */
  static int most(License license) {
    return switch (license) {
      case FREE -> 20;
      case PRO -> 200;
      case ENTERPRISE -> 1_000;
    };
  }

  private WireAlert wire(Alert alert) {
    return WireAlert.of(alert, clock);
  }

  private Answer<WireAlert> create(NewAlert asked, Caller caller) {
    Symbol symbol = Symbols.watched(catalog, asked.symbol());
    Condition condition = condition(asked.condition());
    Rule rule =
        new Rule(
            condition,
            asked.repeat().map(Repeating::repeat).orElse(Repeat.ALWAYS),
            asked.cooldownMs().map(Integer::longValue).orElse(COOLDOWN_MS),
            nanos(asked.expiresAt()));
    String words = condition.words();
    Alert alert =
        new Alert(
            0,
            caller.userId(),
            asked.name().orElse(words.length() > 60 ? words.substring(0, 59) + "…" : words),
            symbol,
            rule,
            Alert.State.ACTIVE,
            Times.nanos(clock.instant()),
            OptionalLong.empty());
    int most = most(licenses.apply(caller.userId()));
    Alert made =
        store
            .create(alert, most)
            .orElseThrow(
                () ->
                    RefusedException.of(
                        ErrorCode.TOO_MANY_ALERTS,
                        "this user's license allows " + most + " alerts; delete one first"));
    alerts.changed(made);
    return Answer.created(wire(made));
  }

  private Condition condition(JsonNode node) {
    try {
      return ConditionJson.read(node, "condition", indicators);
    } catch (InvalidArgumentException e) {
      throw RefusedException.value(ErrorCode.INVALID_CONDITION, e.field(), e.value(), e.rule());
    }
  }

  private static OptionalLong nanos(Optional<Instant> time) {
    return time.map(at -> OptionalLong.of(Times.nanos(at))).orElse(OptionalLong.empty());
  }

  private Alert find(Caller caller, String id) {
    return number(id)
        .flatMap(number -> store.find(caller.userId(), number))
        .orElseThrow(unknown(id));
  }

  private static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.valueOf(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static java.util.function.Supplier<RefusedException> unknown(String id) {
    return () ->
        RefusedException.value(
            ErrorCode.UNKNOWN_ALERT, "id", id, "must be the number of one of the user's alerts");
  }

  private Answer<WireAlert> change(Change asked, Caller caller) {
    Alert before = find(caller, asked.id());
    Rule was = before.rule();
    Rule rule =
        new Rule(
            asked.condition().map(this::condition).orElse(was.condition()),
            asked.repeat().map(Repeating::repeat).orElse(was.repeat()),
            asked.cooldownMs().map(Integer::longValue).orElse(was.cooldownMs()),
            asked.expiresAt().isPresent() ? nanos(asked.expiresAt()) : was.expiresNs());
    Alert.State state =
        asked
            .paused()
            .map(paused -> paused ? Alert.State.PAUSED : Alert.State.ACTIVE)
            .orElse(before.state());
    Alert changed =
        new Alert(
            before.id(),
            before.userId(),
            asked.name().orElse(before.name()),
            before.symbol(),
            rule,
            state,
            before.createdNs(),
            OptionalLong.empty());
    if (!store.replace(changed)) {
      throw unknown(asked.id()).get();
    }
    alerts.changed(changed);
    return Answer.ok(wire(changed));
  }

  private Answer<Nothing> delete(OneAlert asked, Caller caller) {
    long id = find(caller, asked.id()).id();
    store.delete(caller.userId(), id);
    alerts.deleted(id);
    return new Answer<>(204, new Nothing());
  }

  private Answer<Items<WireFiring>> firings(Firings asked, Caller caller) {
    long id = find(caller, asked.id()).id();
    int limit = asked.limit().orElse(Cursor.DEFAULT_LIMIT);
    long before = Cursor.before(asked.cursor()).orElse(Long.MAX_VALUE);
    List<Firing> found = store.firings(caller.userId(), id, before, limit + 1);
    List<Firing> page = found.subList(0, Math.min(limit, found.size()));
    return Answer.ok(
        new Items<>(
            page.stream().map(WireFiring::of).toList(),
            found.size() > limit ? Long.toString(page.getLast().id()) : null));
  }
}
