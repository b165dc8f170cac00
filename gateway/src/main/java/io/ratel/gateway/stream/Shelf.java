package io.ratel.gateway.stream;

import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics that are open: read when they are first asked for, published when they change, closed
 * when nobody has wanted them for a while. Belongs to the hub's thread.
 */
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** What a number in JavaScript holds exactly. */
  private static final long MAX_EPOCH = 1L << 53;

  private static final long RETRY_NS = 1_000_000_000L;

  private final Hub hub;
  private final Hub.Source source;
  private final long graceNs;
  private final Executor loader;
  private final Map<TopicName, Publication> topics = new HashMap<>();

  /** By chance, so that no other node or later process has the same one. */
  private final SecureRandom epochs = new SecureRandom();

  private volatile int count;

  /**
   * @param loader runs tasks that may block
   */
  Shelf(Hub hub, Hub.Source source, long graceNs, Executor loader) {
    this.hub = hub;
    this.source = source;
    this.graceNs = graceNs;
    this.loader = loader;
  }

  /** Any thread. */
  int count() {
    return count;
  }

  Publication publication(TopicName name) {
    Publication publication = topics.get(name);
    return publication == null ? open(name) : publication;
  }

  private Publication open(TopicName name) {
    Publication[] self = new Publication[1];
    Topic topic = source.make(name, () -> changed(self[0]));
    Publication publication = new Publication(hub, topic, epochs.nextLong(1, MAX_EPOCH));
    self[0] = publication;
    topics.put(name, publication);
    count = topics.size();
    topic.open();
    load(publication);
    return publication;
  }

  private void changed(Publication publication) {
    if (publication.dirty.compareAndSet(false, true)) {
      hub.execute(() -> hub.at(publication.lastSentNs + Hub.BATCH_NS, () -> publish(publication)));
    }
  }

  /** Closes it after a while, unless somebody wants it again. */
  void leave(Publication publication) {
    if (publication.isUnread()) {
      publication.unreadSinceNs = hub.nowNs();
      hub.at(hub.nowNs() + graceNs, () -> closeIfUnread(publication));
    }
  }

  private void closeIfUnread(Publication publication) {
    boolean over = hub.nowNs() - publication.unreadSinceNs >= graceNs;
    if (publication.isUnread() && over && !publication.closed) {
      publication.closed = true;
      publication.topic.close();
      topics.remove(publication.topic.name(), publication);
      count = topics.size();
    }
  }

  private void load(Publication publication) {
    publication.loaded = false;
    loader.execute(
        () -> {
          try {
            Runnable install = publication.topic.load();
            hub.execute(() -> installed(publication, install));
          } catch (RuntimeException e) {
            LOG.atWarn()
                .setCause(e)
                .log("topic {} could not be read yet", publication.topic.name().text());
            hub.execute(() -> retry(publication));
          }
        });
  }

  private void retry(Publication publication) {
    if (!publication.closed) {
      hub.at(hub.nowNs() + RETRY_NS, () -> load(publication));
    }
  }

  private void installed(Publication publication, Runnable install) {
    if (publication.closed) {
      return;
    }
    install.run();
    publication.loaded = true;
    publication.publishWhole();
    changed(publication);
    publication.loaded();
  }

  private void publish(Publication publication) {
    publication.dirty.set(false);
    if (publication.closed || !publication.loaded) {
      return;
    }
    switch (publication.topic.change()) {
      case Topic.Change.None none -> publication.published();
      case Topic.Change.Delta delta -> {
        publication.publish(delta.data());
        publication.published();
      }
      case Topic.Change.Whole whole -> {
        publication.publishWhole();
        publication.published();
      }
      case Topic.Change.Lost lost -> load(publication);
    }
  }

  void close() {
    topics.values().forEach(open -> open.topic.close());
  }
}
