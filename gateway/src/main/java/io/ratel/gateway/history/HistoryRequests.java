package io.ratel.gateway.history;

import io.ratel.gateway.history.WireHistoryRequest.Kind;
import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Field;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import io.ratel.gateway.request.Symbols;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.history.HistoryKey;
import io.ratel.marketdata.history.HistoryKind;
import io.ratel.marketdata.history.MomentNotRetainedException;
import io.ratel.marketdata.history.Span;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.marketdata.history.fetch.HistoryWork.Asked;
import io.ratel.model.instrument.Symbol;
import io.ratel.model.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests for what is not stored: asked by those who are signed in, seen by who has the id. */
public final class HistoryRequests {
  static final String ID = "[A-Za-z0-9_-]{16,64}";

  private record NewRequest(
      @Field(
              value = "Drawn by the client so that it can listen first; else it is drawn here.",
              pattern = ID,
              rule = HistoryRequest.ID_RULE)
          Optional<String> id,
      @Field("VENUE:BASE-QUOTE.") String symbol,
      @Field("bars or trades.") Kind kind,
      @Field("Of bars, 1s to 1M; 1m when left out.") Optional<Interval> interval,
      Instant from,
      @Field("Up to now when left out.") Optional<Instant> to) {}

  private record OneRequest(@Field(pattern = ID, rule = HistoryRequest.ID_RULE) String id) {}

  private final HistoryPorts ports;

  public HistoryRequests(HistoryPorts ports) {
    this.ports = ports;
  }

  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.post(
                "requestHistory",
                "/v1/history/requests",
                "Has history fetched that is not stored; HISTORY_READY:{id} tells when it is.")
            .refuses(
                ErrorCode.UNKNOWN_MARKET,
                ErrorCode.MOMENT_NOT_RETAINED,
                ErrorCode.KEY_REUSED,
                ErrorCode.NOT_FETCHED,
                ErrorCode.SPAN_TOO_LONG,
                ErrorCode.TOO_MANY_HISTORY_REQUESTS)
            .answers(NewRequest.class, 202, Shape.of(WireHistoryRequest.class), this::create),
        Operation.get(
                "getHistoryRequest",
                "/v1/history/requests/{id}",
                "What became of a request, for whoever has its id.")
            .refuses(ErrorCode.UNKNOWN_HISTORY_REQUEST)
            .answers(OneRequest.class, 200, Shape.of(WireHistoryRequest.class), this::find));
  }

  private Answer<WireHistoryRequest> find(OneRequest asked, Caller caller) {
    return ports
        .desk()
        .find(asked.id())
        .map(request -> Answer.ok(WireHistoryRequest.of(request)))
        .orElseThrow(
            () ->
                RefusedException.value(
                    ErrorCode.UNKNOWN_HISTORY_REQUEST,
                    "id",
                    asked.id(),
                    "must be the id of a request of the last 7 days"));
  }

  private Answer<WireHistoryRequest> create(NewRequest asked, Caller caller) {
    Symbol symbol =
        Symbols.parse(asked.symbol())
            .orElseThrow(
                () ->
                    RefusedException.value(
                        ErrorCode.UNKNOWN_MARKET,
                        "symbol",
                        asked.symbol(),
                        "must be VENUE:BASE-QUOTE"));
    HistoryKind kind = HistoryKind.valueOf(asked.kind().name());
    HistoryKey key =
        kind == HistoryKind.BARS
            ? HistoryKey.bars(symbol, asked.interval().orElse(Interval.MINUTE))
            : HistoryKey.of(symbol, kind);
    long fromNs = Times.nanos(asked.from());
    long toNs = asked.to().map(Times::nanos).orElse(Long.MAX_VALUE);
    if (fromNs >= toNs) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD, "from", asked.from().toString(), "must be before to");
    }
    String id = asked.id().orElseGet(ports.ids());
    return new Answer<>(
        202, WireHistoryRequest.of(ask(id, caller, key, new Span(fromNs, toNs), "from")));
  }

  /**
   * Asks for one span.
   *
   * @param field that an error about the span names
   */
  HistoryRequest ask(String id, Caller caller, HistoryKey key, Span span, String field) {
    if (!ports.desk().offers(key)) {
      throw RefusedException.value(
          ErrorCode.NOT_FETCHED,
          "symbol",
          key.symbol().text(),
          "must be of a venue that is followed here and tells its "
              + key.interval().map(interval -> interval.label() + " ").orElse("")
              + key.kind().label());
    }
    Span wanted = wanted(key, span);
    Duration longest = ports.desk().longest(key);
    if (wanted.toNs() - wanted.fromNs() > longest.toNanos()) {
      throw RefusedException.value(
          ErrorCode.SPAN_TOO_LONG,
          field,
          Times.instant(wanted.fromNs()).toString(),
          "must be at most "
              + longest.toHours()
              + " hours before the end, which is "
              + Times.instant(wanted.toNs()));
    }
    if (wanted.isEmpty()) {
      throw RefusedException.value(
          ErrorCode.INVALID_FIELD,
          field,
          Times.instant(span.fromNs()).toString(),
          "must be a whole " + key.interval().orElse(Interval.SECOND).label() + " ago");
    }
    return switch (ports.desk().ask(id, caller.userId(), key, wanted)) {
      case Asked.Accepted(HistoryRequest request) -> request;
      case Asked.IdTaken() ->
          throw RefusedException.field(
              ErrorCode.KEY_REUSED, "id", "was used for another request; draw another one");
      case Asked.TooManyOfUser(int most) ->
          throw RefusedException.of(
              ErrorCode.TOO_MANY_HISTORY_REQUESTS,
              "a user may have " + most + " open requests; wait until one has ended");
      case Asked.TooManyInAll(int most) ->
          throw RefusedException.of(
              ErrorCode.TOO_MANY_HISTORY_REQUESTS,
              "there may be " + most + " open requests in all; wait until one has ended");
    };
  }

  private Span wanted(HistoryKey key, Span span) {
    try {
      return ports.desk().wanted(key, span);
    } catch (MomentNotRetainedException e) {
      throw notRetained("from", span.fromNs(), e);
    }
  }

  static RefusedException notRetained(String field, long askedNs, MomentNotRetainedException e) {
    return RefusedException.value(
        ErrorCode.MOMENT_NOT_RETAINED,
        field,
        Times.instant(askedNs).toString(),
        "must be " + Times.instant(e.oldestNs()) + " or later, which is the oldest that is kept");
  }
}
