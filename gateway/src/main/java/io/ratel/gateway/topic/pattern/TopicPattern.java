package io.ratel.gateway.topic.pattern;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.TopicName.Channel;
import io.ratel.marketdata.pair.Pair;
import io.ratel.model.instrument.Symbol;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name with {@code *} in it: every topic of a market that fits, now and later. */
public final class TopicPattern {
  private static final int MAX_LENGTH = 80;
  private static final String RULE =
      "must be market.{symbol}.{kind} or {symbol}|{kind} with * for the kind, for the symbol, for"
          + " all after VENUE:, or for an end of BASE-QUOTE; topics of accounts and users have no"
          + " patterns";

  /** A venue or none, then a name of which one end may be left open. */
  private static final Pattern MIDDLE =
      Pattern.compile(
          "(?:([A-Z0-9][A-Z0-9-]*):)?"
              + "(\\*|\\*(?:-[A-Z0-9]+)+|(?:[A-Z0-9]+-)+\\*|[A-Z0-9]+(?:-[A-Z0-9]+)*)");

  private final String text;
  private final boolean barred;
  private final String venue;
  private final String name;
  private final List<Channel> channels;

  private TopicPattern(
      String text, boolean barred, String venue, String name, List<Channel> channels) {
    this.text = text;
    this.barred = barred;
    this.venue = venue;
    this.name = name;
    this.channels = channels;
  }

  public static boolean isOne(String text) {
    return text.indexOf('*') >= 0;
  }

  /**
   * @throws RefusedException when it is none, or could mean something that is not a market's
   */
  public static TopicPattern of(String text) {
    boolean barred = text.indexOf('|') >= 0;
    List<String> parts = List.of((barred ? "market|" + text : text).split("[|.]", -1));
    if (text.length() > MAX_LENGTH || parts.size() != 3) {
      throw refused(text);
    }
    String scope = parts.get(0);
    Matcher middle = MIDDLE.matcher(parts.get(1));
    List<Channel> channels = channels(parts.get(2));
    boolean market = scope.equals("market") || (scope.equals("*") && onlyMarkets(parts.get(2)));
    if (!market || channels.isEmpty() || !middle.matches()) {
      throw refused(text);
    }
    String venue = middle.group(1) == null ? "" : middle.group(1);
    return new TopicPattern(text, barred, venue, middle.group(2), channels);
  }

  private static RefusedException refused(String text) {
    return RefusedException.value(ErrorCode.UNKNOWN_TOPIC, "topic", text, RULE);
  }

  private static List<Channel> channels(String label) {
    return Arrays.stream(Channel.values())
        .filter(Channel::isOfMarkets)
        .filter(channel -> label.equals("*") || channel.label().equals(label))
        .toList();
  }

  private static boolean onlyMarkets(String label) {
    return !label.equals("*")
        && Arrays.stream(Channel.values())
            .noneMatch(channel -> !channel.isOfMarkets() && channel.label().equals(label));
  }

  /** As the client wrote it. */
  public String text() {
    return text;
  }

  /** The topics of these markets that it means, by the names that the client hears of them. */
  public Map<String, TopicName> among(Collection<Symbol> markets) {
    Map<String, TopicName> meant = new LinkedHashMap<>();
    for (Symbol symbol : markets) {
      for (Channel channel : channels) {
        String subject =
            channel == Channel.BEST ? Pair.of(symbol).map(Pair::text).orElse("") : symbol.text();
        if (!subject.isEmpty() && fits(subject)) {
          TopicName topic = new TopicName(channel, subject);
          meant.put(barred ? subject + "|" + channel.label() : topic.text(), topic);
        }
      }
    }
    return meant;
  }

  private boolean fits(String subject) {
    int colon = subject.indexOf(':');
    String of = subject.substring(0, Math.max(0, colon));
    String rest = subject.substring(colon + 1);
    if (!isOne(name)) {
      return of.equals(venue) && rest.equals(name);
    }
    if (!venue.isEmpty() && !venue.equals(of)) {
      return false;
    }
    return name.startsWith("*")
        ? rest.endsWith(name.substring(1))
        : rest.startsWith(name.substring(0, name.length() - 1));
  }
}
