package io.ratel.gateway.stream;

import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.pattern.TopicPattern;
import io.ratel.model.instrument.Symbol;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patterns that sockets hold, and the markets they can mean. While there is one, the markets
 * are looked at every second, and whoever holds a pattern that means a new one gets its topics.
 * Belongs to the hub's thread.
 */
final class Wildcards {
  private static final Logger LOG = LoggerFactory.getLogger(Wildcards.class);
  static final long LOOK_NS = 1_000_000_000L;

  /** A pattern of a socket. */
  static final class Held {
    final TopicPattern pattern;
    final long everyNs;
    private boolean refused;

    Held(TopicPattern pattern, long everyNs) {
      this.pattern = pattern;
      this.everyNs = everyNs;
    }
  }

  private final Hub hub;
  private final Set<Symbol> known = new LinkedHashSet<>();
  private final Set<Receiver> holders = new LinkedHashSet<>();
  private boolean looking;

  Wildcards(Hub hub) {
    this.hub = hub;
  }

  /** What some patterns mean now. */
  Map<String, TopicName> meant(List<TopicPattern> patterns) {
    Map<String, TopicName> meant = new LinkedHashMap<>();
    patterns.forEach(pattern -> meant.putAll(pattern.among(known)));
    return meant;
  }

  /** Gives a socket what a pattern means, from now on. */
  void add(Receiver receiver, TopicPattern pattern, long everyNs) {
    Held held = new Held(pattern, everyNs);
    receiver.patterns.put(pattern.text(), held);
    holders.add(receiver);
    pattern.among(known).forEach((alias, name) -> hub.join(receiver, held, alias, name));
    lookLater();
  }

  /** Whether the socket held it. */
  boolean remove(Receiver receiver, String text) {
    boolean held = receiver.patterns.remove(text) != null;
    if (receiver.patterns.isEmpty()) {
      holders.remove(receiver);
    }
    return held;
  }

  void remove(Receiver receiver) {
    holders.remove(receiver);
  }

  /** Learns which markets there are. */
  void learn(Collection<Symbol> markets) {
    Set<Symbol> fresh = new LinkedHashSet<>(markets);
    fresh.removeAll(known);
    known.addAll(fresh);
    if (!fresh.isEmpty()) {
      holders.forEach(
          receiver ->
              List.copyOf(receiver.patterns.values()).forEach(held -> give(receiver, held, fresh)));
    }
  }

  private void give(Receiver receiver, Held held, Set<Symbol> fresh) {
    Map<String, TopicName> meant = held.pattern.among(fresh);
    meant.keySet().removeAll(receiver.subscriptions.keySet());
    int together = receiver.subscriptions.size() + meant.size();
    meant.forEach(
        (alias, name) -> {
          if (receiver.subscriptions.size() < hub.maxTopics()) {
            hub.join(receiver, held, alias, name);
          } else if (!held.refused) {
            held.refused = true;
            hub.refuse(receiver, together, "what '" + held.pattern.text() + "' now means");
          }
        });
  }

  private void lookLater() {
    if (!looking) {
      looking = true;
      hub.at(hub.nowNs() + LOOK_NS, () -> hub.load(this::look));
    }
  }

  /** On a thread that may block. */
  private void look() {
    Set<Symbol> markets = Set.of();
    try {
      markets = hub.symbols();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("the markets cannot be listed now");
    }
    Set<Symbol> listed = markets;
    hub.execute(
        () -> {
          looking = false;
          learn(listed);
          if (!holders.isEmpty()) {
            lookLater();
          }
        });
  }
}
