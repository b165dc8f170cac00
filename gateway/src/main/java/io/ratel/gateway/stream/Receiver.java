package io.ratel.gateway.stream;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The hub's side of a socket. Its subscriptions belong to the hub's thread. */
abstract class Receiver {
  /** By the client's name for the topic. */
  final Map<String, Subscription> subscriptions = new LinkedHashMap<>();

  /** By the client's text. */
  final Map<String, Wildcards.Held> patterns = new LinkedHashMap<>();

  /** When each topic was begun last; of the subscribed ones and those left just now. */
  final Map<String, Long> began = new HashMap<>();

  boolean gone;

  /** Runs tasks in order on the thread that {@link #deliver} wants. */
  abstract Executor context();

  /** Takes what is for this socket, in order. Never blocks. */
  abstract void deliver(List<Out> outs);
}
