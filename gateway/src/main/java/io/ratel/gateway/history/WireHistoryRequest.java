package io.ratel.gateway.history;

import io.ratel.gateway.operation.Labels;
import io.ratel.gateway.wire.Times;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.model.market.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for what is not stored.
 *
 * @param interval of bars, the one they are kept in
 * @param rows stored so far
 * @param error why it failed
 */
public record WireHistoryRequest(
    String id,
    String symbol,
    Kind kind,
    @Nullable Interval interval,
    Instant from,
    Instant to,
    State state,
    long rows,
    @Nullable String error,
    Instant createdAt,
    Instant updatedAt) {
  /** What can be asked for. */
  public enum Kind implements Labels.Named {
    BARS("bars"),
    TRADES("trades"),
    QUOTES("quotes"),
    BOOK("book");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What becomes of a request. */
  public enum State implements Labels.Named {
    QUEUED("queued"),
    TAKEN("taken"),
    DONE("done"),
    FAILED("failed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  public static WireHistoryRequest of(HistoryRequest request) {
    return new WireHistoryRequest(
        request.id(),
        request.key().symbol().text(),
        Kind.valueOf(request.key().kind().name()),
        request.key().interval().orElse(null),
        Times.instant(request.span().fromNs()),
        Times.instant(request.span().toNs()),
        State.valueOf(request.state().name()),
        request.rows(),
        request.error().isEmpty() ? null : request.error(),
        Times.instant(request.createdNs()),
        Times.instant(request.updatedNs()));
  }
}
