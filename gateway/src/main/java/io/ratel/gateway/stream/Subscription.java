package io.ratel.gateway.stream;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one socket has of one topic under one name. Belongs to the hub's thread. */
final class Subscription {
  final Receiver receiver;

  /** The client's name for the topic, free of characters that JSON escapes. */
  final String alias;

  final Publication publication;

  /** The least time between two messages; 0 brings every one as it is published. */
  final long everyNs;

  /** Whether it was asked for by its own name. */
  boolean named;

  /** The patterns that mean it too; it ends when nothing asks for it any more. */
  final List<String> patterns = new ArrayList<>(0);

  /** Whether changes that the socket could not take are brought, instead of a snapshot. */
  boolean exact;

  /** Of one that is not brought every message: the last it has; negative when it has none. */
  long told = -1;

  /** When it was told last. */
  long toldNs;

  @Nullable Handover handover;

  Subscription(Receiver receiver, String alias, Publication publication, long everyNs) {
    this.receiver = receiver;
    this.alias = alias;
    this.publication = publication;
    this.everyNs = everyNs;
  }

  Out.Update update(Message message) {
    return new Out.Update(alias, message, Out.Way.NEXT);
  }

  Out.Update update(Message message, Out.Way way) {
    return new Out.Update(alias, message, way);
  }
}
