package io.ratel.gateway.topic;

import io.ratel.gateway.operation.Caller;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The full name of a topic.
 *
 * @param subject a symbol or the number of an account or a user
 */
public record TopicName(Channel channel, String subject) {
  /** What is told about a subject. */
  public enum Channel {
    BOOK("market", "book"),
    TRADES("market", "trades"),
    QUOTE("market", "quote"),
    BARS_1S("market", "bars-1s"),
    BARS_1M("market", "bars-1m"),
    BARS_5M("market", "bars-5m"),
    BARS_1H("market", "bars-1h"),
    BARS_1D("market", "bars-1d"),
    EVENTS("market", "events"),
    ORDERS("account", "orders"),
    PORTFOLIO("account", "portfolio"),
    ACCOUNT_EVENTS("account", "events"),
    ALERTS("user", "alerts");

    final String scope;
    final String label;

    Channel(String scope, String label) {
      this.scope = scope;
      this.label = label;
    }

    public boolean isPrivate() {
      return !scope.equals("market");
    }

    static Optional<Channel> of(String scope, String label) {
      return Arrays.stream(values())
          .filter(channel -> channel.scope.equals(scope) && channel.label.equals(label))
          .findFirst();
    }
  }

  private static final String RULE =
      "must be market.{symbol}.{book|trades|quote|events|bars-1s|bars-1m|bars-5m|bars-1h|bars-1d},"
          + " account.{id}.{orders|portfolio|events}, orders, portfolio, events or alerts";
  private static final int MAX_LENGTH = 80;

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
    Optional<Channel> alone = Channel.of("account", text);
    if (alone.isPresent()) {
      requireSignIn(caller);
      return new TopicName(alone.get(), Long.toString(caller.account(Optional.empty())));
    }
    List<String> parts = List.of(text.split("\\.", -1));
    if (parts.size() != 3 || text.length() > MAX_LENGTH) {
      throw unknown(text);
    }
    Channel channel = Channel.of(parts.get(0), parts.get(2)).orElseThrow(() -> unknown(text));
    String subject = parts.get(1);
    if (channel == Channel.ALERTS) {
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
