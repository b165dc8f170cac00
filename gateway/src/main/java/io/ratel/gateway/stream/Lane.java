package io.ratel.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.topic.TopicName.Channel;
import io.ratel.gateway.topic.value.TopicValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The readers of a topic that want a message at most every so often. Messages wait here until each
 * of them is due, which is looked at when one is published and some 100 ms later while somebody
 * waits; so most are due together, and what they are brought is joined once. Belongs to the hub's
 * thread.
 */
final class Lane {
  /** Waiting messages beyond this are sent before their time, or become a snapshot. */
  private static final int MAX_WAITING_CHARS = 1 << 20;

  /** After the next message, should there be one, so that it is in what is brought. */
  private static final long LOOK_NS = Hub.BATCH_NS + 1_000_000L;

  private final Hub hub;
  private final Publication publication;
  private final Set<Subscription> readers = new LinkedHashSet<>();
  private final Deque<Message> waiting = new ArrayDeque<>();
  private long waitingChars;
  private boolean looking;

  Lane(Hub hub, Publication publication) {
    this.hub = hub;
    this.publication = publication;
  }

  private Channel channel() {
    return publication.topic.name().channel();
  }

  /** Takes a reader that has everything up to now. */
  void add(Subscription reader) {
    readers.add(reader);
  }

  void remove(Subscription reader) {
    if (readers.remove(reader)) {
      forget();
    }
  }

  void take(Message message) {
    if (readers.isEmpty()) {
      return;
    }
    waiting.addLast(message);
    waitingChars += message.tail().length();
    look();
  }

  /** Brings those that are due what they have not. */
  private void look() {
    long nowNs = hub.nowNs();
    long last = waiting.getLast().offset();
    boolean full = waitingChars > MAX_WAITING_CHARS;
    Map<Long, List<Message>> made = new HashMap<>();
    boolean left = false;
    for (Subscription reader : readers) {
      boolean early = full && reader.told < waiting.getFirst().offset();
      if (early && !TopicValue.isList(channel())) {
        reader.told = -1;
        early = false;
      }
      if (reader.told >= last) {
        continue;
      }
      if (early || nowNs - reader.toldNs >= reader.everyNs) {
        made.computeIfAbsent(reader.told, this::after)
            .forEach(message -> hub.send(reader.receiver, reader.update(message)));
        reader.told = last;
        reader.toldNs = nowNs;
      } else {
        left = true;
      }
    }
    forget();
    if (left && !looking) {
      looking = true;
      hub.at(
          nowNs + LOOK_NS,
          () -> {
            looking = false;
            if (!waiting.isEmpty()) {
              look();
            }
          });
    }
  }

  private List<Message> after(long told) {
    if (told < 0) {
      return List.of(publication.snapshot());
    }
    return joined(waiting.stream().filter(message -> message.offset() > told).toList());
  }

  /** Lets go of what every reader has. */
  private void forget() {
    long least = Long.MAX_VALUE;
    int kept = 0; // the last one stays for those who get a snapshot when they are due
    for (Subscription reader : readers) {
      if (reader.told < 0) {
        kept = 1;
      } else {
        least = Math.min(least, reader.told);
      }
    }
    while (waiting.size() > kept && waiting.getFirst().offset() <= least) {
      waitingChars -= waiting.removeFirst().tail().length();
    }
  }

  /**
   * Consecutive messages as few: changes as one, of a list also those before a snapshot in between;
   * of anything else the state of now, where a snapshot is in between.
   */
  List<Message> joined(List<Message> messages) {
    int snapshot = -1;
    for (int i = 0; i < messages.size(); i++) {
      snapshot = messages.get(i).snapshot() ? i : snapshot;
    }
    if (messages.size() < 2) {
      return messages;
    }
    if (snapshot >= 0 && !TopicValue.isList(channel())) {
      return List.of(publication.snapshot());
    }
    List<Message> few = new ArrayList<>();
    List<Message> run = new ArrayList<>();
    for (Message message : messages) {
      if (message.snapshot()) {
        join(run, few);
        few.add(message);
      } else {
        run.add(message);
      }
    }
    join(run, few);
    return few;
  }

  private void join(List<Message> run, List<Message> few) {
    if (run.size() > 1) {
      List<JsonNode> deltas = run.stream().map(Message::data).toList();
      JsonNode joined = TopicValue.joined(channel(), deltas);
      long after = run.getFirst().after();
      few.add(Message.joined(publication.epoch(), after, run.getLast().offset(), joined));
    } else {
      few.addAll(run);
    }
    run.clear();
  }
}
