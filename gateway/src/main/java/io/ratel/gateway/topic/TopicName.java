package io.ratel.gateway.topic;

import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import io.ratel.model.market.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The full name of a topic.
 *
 * @param subject a symbol, the number of an account or a user, or the id of a request
 */
public record TopicName(Channel channel, String subject) {
  /** What is told about a subject. */
  public enum Channel {
    BOOK("market", "book"),
    TRADES("market", "trades"),
    QUOTE("market", "quote"),
    BARS_1S(Interval.SECOND),
    BARS_5S(Interval.FIVE_SECONDS),
    BARS_15S(Interval.FIFTEEN_SECONDS),
    BARS_30S(Interval.THIRTY_SECONDS),
    BARS_1M(Interval.MINUTE),
    BARS_3M(Interval.THREE_MINUTES),
    BARS_5M(Interval.FIVE_MINUTES),
    BARS_15M(Interval.FIFTEEN_MINUTES),
    BARS_30M(Interval.THIRTY_MINUTES),
    BARS_1H(Interval.HOUR),
    BARS_2H(Interval.TWO_HOURS),
    BARS_4H(Interval.FOUR_HOURS),
    BARS_6H(Interval.SIX_HOURS),
    BARS_12H(Interval.TWELVE_HOURS),
    BARS_1D(Interval.DAY),
    BARS_1W(Interval.WEEK),
    BARS_1MONTH(Interval.MONTH),
    EVENTS("market", "events"),
    /** Of a pair over all its markets; the subject is BASE-QUOTE. */
    BEST("market", "best"),
    ORDERS("account", "orders"),
    PORTFOLIO("account", "portfolio"),
    ACCOUNT_EVENTS("account", "events"),
    RISK("account", "risk"),
    ALERTS("user", "alerts"),
    /** What became of a request for history; the subject is its id, which nobody can guess. */
    HISTORY_READY("history", "ready");

    final String scope;
    final String label;
    private final @Nullable Interval interval;

    Channel(String scope, String label) {
      this(scope, label, null);
    }

    Channel(Interval interval) {
      this("market", "bars-" + interval.label(), interval);
    }

    Channel(String scope, String label, @Nullable Interval interval) {
      this.scope = scope;
      this.label = label;
      this.interval = interval;
    }

    /** Of which bars it tells; empty when it tells something else. */
    public Optional<Interval> interval() {
      return Optional.ofNullable(interval);
    }

    /** The last part of a name. */
    public String label() {
      return label;
    }

    /** Whether its subject is a market or a pair of them. */
    public boolean isOfMarkets() {
      return scope.equals("market");
    }

    public boolean isPrivate() {
      return !isOfMarkets() && this != HISTORY_READY;
    }

    static Optional<Channel> of(String scope, String label) {
      return Arrays.stream(values())
          .filter(channel -> channel.scope.equals(scope) && channel.label.equals(label))
          .findFirst();
    }
  }

  private static final String RULE =
      "must be market.{symbol}.{book|trades|quote|events|bars-1m|…}, market.{pair}.best,"
          + " {symbol}|{book|trades|…}, account.{id}.{orders|portfolio|events|risk}, orders,"
          + " portfolio, events, risk, alerts or HISTORY_READY:{request}";
  private static final int MAX_LENGTH = 80;
  private static final String HISTORY_READY = "HISTORY_READY:";

  public String text() {
    return channel.scope + "." + subject + "." + channel.label;
  }

  /**
   * What a client's name for a topic means to this caller; whether the symbol exists is not looked
   * at.
   *
   * @throws RefusedException when it is no name of a topic, or not one for this caller
   */
  public static TopicName of(String text, Caller caller) {
    if (text.equals(Channel.ALERTS.label)) {
      requireSignIn(caller);
      return new TopicName(Channel.ALERTS, Long.toString(caller.userId()));
    }
    if (text.startsWith(HISTORY_READY)) {
      return history(text, text.substring(HISTORY_READY.length()));
    }
    Optional<Channel> alone = Channel.of("account", text);
    if (alone.isPresent()) {
      requireSignIn(caller);
      return new TopicName(alone.get(), Long.toString(caller.account(Optional.empty())));
    }
    boolean barred = text.indexOf('|') >= 0;
    List<String> parts =
        List.of(barred ? ("market|" + text).split("\\|", -1) : text.split("\\.", -1));
    if (parts.size() != 3 || text.length() > MAX_LENGTH) {
      throw unknown(text);
    }
    Channel channel = Channel.of(parts.get(0), parts.get(2)).orElseThrow(() -> unknown(text));
    String subject = parts.get(1);
    if (channel == Channel.HISTORY_READY) {
      return history(text, subject);
    } else if (channel == Channel.ALERTS) {
      requireSignIn(caller);
      if (!subject.equals(Long.toString(caller.userId()))) {
        throw unknown(text);
      }
    } else if (channel.isPrivate()) {
      requireSignIn(caller);
      subject = Long.toString(caller.account(subject, "topic"));
    }
    return new TopicName(channel, subject);
  }

  /** Also of a request that is not there yet: its client listens before it asks. */
  private static TopicName history(String text, String id) {
    if (!HistoryRequest.isId(id)) {
      throw unknown(text);
    }
    return new TopicName(Channel.HISTORY_READY, id);
  }

  public static RefusedException unknown(String text) {
    return RefusedException.value(ErrorCode.UNKNOWN_TOPIC, "topic", text, RULE);
  }

  private static void requireSignIn(Caller caller) {
    if (caller.userId() == 0) {
      throw RefusedException.of(
          ErrorCode.UNAUTHENTICATED, "sign in first: send {\"auth\":\"TOKEN\"}");
    }
  }
}
