package io.ratel.gateway.stream;

import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.topic.past.Past;
import io.ratel.gateway.topic.past.Past.Item;
import io.ratel.gateway.wire.Times;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one subscription what was before, and then hands it over to what is live, with nothing
 * missing and nothing twice.
 *
 * <p>From the beginning it holds what the topic shows and all that it publishes. A batch of the
 * past is sent when the topic has been told of all that is in it and has published that: what is
 * held is left out then, so that each item is in what was sent or in what is held. At the present,
 * what is held and not shown any more is sent as well; then comes the snapshot, and the
 * subscription follows the topic. Belongs to the hub's thread.
 */
final class Handover {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  /** Items of one message. */
  static final int PAGE = 500;

  /** What may be published while a slow socket takes the past. */
  private static final int MAX_HELD = 50_000;

  private static final long TOLD_NS = 5_000_000L;
  private static final int MAX_TOLD_LOOKS = 6_000;

  /** As a market's trades are ordered. */
  private static final Comparator<Item> OLDEST_FIRST =
      Comparator.comparingLong(Item::timeNs)
          .thenComparingInt(item -> item.key().length())
          .thenComparing(Item::key);

  /** Those that are under way, one of a socket and so many of all; the others wait. */
  static final class Desk {
    private static final int MAX_ACTIVE = 32;

    private final Hub hub;
    private final Set<Handover> waiting = new LinkedHashSet<>();
    private final Set<Receiver> busy = new HashSet<>();

    Desk(Hub hub) {
      this.hub = hub;
    }

    void enter(Handover handover) {
      waiting.add(handover);
      admit();
    }

    private void leave(Handover handover) {
      if (!waiting.remove(handover)) {
        busy.remove(handover.subscription.receiver);
        admit();
      }
    }

    private void admit() {
      Iterator<Handover> each = waiting.iterator();
      while (each.hasNext() && busy.size() < MAX_ACTIVE) {
        Handover next = each.next();
        if (busy.add(next.subscription.receiver)) {
          each.remove();
          hub.execute(next::start);
        }
      }
    }
  }

  private final Hub hub;
  private final Desk desk;
  private final Subscription subscription;
  private final Publication publication;
  private final long fromNs;
  private final Past past;
  private final Hub.Reply reply;
  private final Map<String, Item> held = new HashMap<>();
  private final Deque<List<Item>> pages = new ArrayDeque<>();
  private boolean last;
  private int rows;
  private boolean ended;

  /**
   * @param fromNs items before then are not brought
   * @param reply makes the answer, should it fail
   */
  Handover(Hub hub, Desk desk, Subscription subscription, long fromNs, Past past, Hub.Reply reply) {
    this.hub = hub;
    this.desk = desk;
    this.subscription = subscription;
    this.publication = subscription.publication;
    this.fromNs = fromNs;
    this.past = past;
    this.reply = reply;
  }

  private void start() {
    publication.onceLoaded(this::begin);
  }

  private void begin() {
    if (!ended) {
      publication.add(this);
      shown(publication.snapshot()).forEach(this::hold);
      read();
    }
  }

  private List<Item> shown(Message message) {
    return Item.all(publication.topic.name().channel(), message.data());
  }

  private void hold(Item item) {
    if (item.timeNs() >= fromNs) {
      held.put(item.key(), item);
    }
  }

  /** Takes what the topic has just published. */
  void collect(boolean snapshot, List<Item> items) {
    if (snapshot) {
      fail("the market was lost for a moment: ask again");
      return;
    }
    items.forEach(this::hold);
    if (held.size() > MAX_HELD) {
      fail("this connection is too slow for what is traded meanwhile");
    }
  }

  private void read() {
    hub.loadHistory(
        () -> {
          try {
            Past.Batch batch = past.next();
            hub.execute(() -> awaitTold(batch, 0));
          } catch (RefusedException e) {
            hub.execute(() -> fail(e));
          } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the past of a topic cannot be read");
            hub.execute(() -> fail("what was before cannot be read now: ask again"));
          }
        });
  }

  private void awaitTold(Past.Batch batch, int looks) {
    if (ended) {
      return;
    }
    if (past.isTold()) {
      publication.oncePublished(() -> deal(batch));
    } else if (looks == MAX_TOLD_LOOKS) {
      fail("the market is behind with what it tells: ask again");
    } else {
      hub.at(hub.nowNs() + TOLD_NS, () -> awaitTold(batch, looks + 1));
    }
  }

  private void deal(Past.Batch batch) {
    List<Item> page = new ArrayList<>();
    for (Item item : batch.items()) {
      if (!held.containsKey(item.key())) {
        page.add(item);
      }
      if (page.size() == PAGE) {
        pages.add(page);
        page = new ArrayList<>();
      }
    }
    if (!page.isEmpty()) {
      pages.add(page);
    }
    last = batch.last();
    goOn();
  }

  private void goOn() {
    List<Item> page = pages.poll();
    if (ended) {
      return;
    }
    if (page == null) {
      if (last) {
        finish();
      } else {
        read();
      }
    } else if (rows + page.size() > Past.MAX_ROWS) {
      refuseMore(page.getFirst());
    } else {
      send(page);
      whenTaken(this::goOn);
    }
  }

  private void refuseMore(Item next) {
    fail(
        RefusedException.value(
            ErrorCode.LIMIT_REACHED,
            "from",
            Times.instant(fromNs).toString(),
            "must have at most %d after it; to go on ask from %s"
                .formatted(Past.MAX_ROWS, Times.instant(next.timeNs()))));
  }

  private void send(List<Item> page) {
    rows += page.size();
    List<Object> items = page.stream().map(Item::wire).toList();
    Message message = publication.history(items);
    hub.send(subscription.receiver, subscription.update(message, Out.Way.KEPT));
  }

  private void whenTaken(Runnable task) {
    hub.send(subscription.receiver, new Out.Ready(() -> hub.execute(task)));
  }

  /** Everything that was made before now is sent, or held. */
  private void finish() {
    if (ended) {
      return;
    }
    Message snapshot = publication.snapshot();
    Set<String> shown = new HashSet<>();
    shown(snapshot).forEach(item -> shown.add(item.key()));
    List<Item> rest =
        held.values().stream()
            .filter(item -> !shown.contains(item.key()))
            .sorted(OLDEST_FIRST)
            .limit(PAGE + 1L)
            .toList();
    if (rest.size() > PAGE) {
      List<Item> page = rest.subList(0, PAGE);
      page.forEach(item -> held.remove(item.key()));
      send(page);
      whenTaken(this::finish);
      return;
    }
    if (!rest.isEmpty()) {
      send(rest);
    }
    hub.send(subscription.receiver, subscription.update(snapshot, Out.Way.KEPT));
    subscription.exact = true;
    publication.follow(subscription);
    end();
  }

  private void fail(String message) {
    fail(RefusedException.of(ErrorCode.BUSY, message));
  }

  private void fail(RefusedException refused) {
    if (!ended) {
      hub.notice(subscription.receiver, reply.of("error", refused.body(null).error()));
      hub.leave(subscription);
    }
  }

  /** Stops, wherever it is. */
  void end() {
    if (!ended) {
      ended = true;
      publication.remove(this);
      subscription.handover = null;
      past.close();
      desk.leave(this);
    }
  }
}
