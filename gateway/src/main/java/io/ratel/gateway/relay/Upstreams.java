package io.ratel.gateway.relay;

import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.past.Past;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** As many sockets to one stream as the topics need. Safe for any thread. */
final class Upstreams implements AutoCloseable {
  /** Below what one socket may have, since a topic that is left lingers a little. */
  private static final int TOPICS_EACH = 150;

  private final URI address;
  private final Supplier<HttpClient> http;
  private final List<Upstream> sockets = new ArrayList<>();
  private final Map<String, Upstream> byTopic = new HashMap<>();
  private final Map<Upstream, Integer> topics = new HashMap<>();
  private final Map<String, Upstream.Position> heard = new ConcurrentHashMap<>();

  Upstreams(URI address, Supplier<HttpClient> http) {
    this.address = address;
    this.http = http;
    open();
  }

  private Upstream open() {
    Upstream socket = new Upstream(address, http);
    sockets.add(socket);
    topics.put(socket, 0);
    socket.start();
    return socket;
  }

  synchronized void reconnect(String why) {
    sockets.forEach(socket -> socket.reconnect(why));
  }

  synchronized boolean connected() {
    return sockets.stream().allMatch(Upstream::connected);
  }

  /** See {@link Upstream#follow}. */
  synchronized CompletableFuture<Void> follow(String topic, Consumer<Upstream.Update> listener) {
    Upstream socket = byTopic.computeIfAbsent(topic, name -> withRoom());
    return socket.follow(topic, listener);
  }

  private Upstream withRoom() {
    Upstream room =
        sockets.stream()
            .filter(socket -> topics.getOrDefault(socket, 0) < TOPICS_EACH)
            .findFirst()
            .orElseGet(this::open);
    topics.merge(room, 1, Integer::sum);
    return room;
  }

  /** A topic has taken what the other side sent up to there. */
  void heard(String topic, Upstream.Position position) {
    heard.put(topic, position);
  }

  /** Whether a topic has taken all up to there; of another epoch it never has. */
  boolean hasHeard(String topic, Upstream.Position position) {
    Upstream.Position at = heard.get(topic);
    return at != null && at.epoch() == position.epoch() && at.offset() >= position.offset();
  }

  /** Reads what a topic had before, on a socket of its own. */
  Past past(TopicName topic, long fromNs) {
    return new UpstreamPast(
        address, http, topic, fromNs, position -> hasHeard(topic.text(), position));
  }

  synchronized void leave(String topic) {
    heard.remove(topic);
    Upstream socket = byTopic.remove(topic);
    if (socket != null) {
      topics.merge(socket, -1, Integer::sum);
      socket.leave(topic);
    }
  }

  @Override
  public synchronized void close() {
    sockets.forEach(Upstream::close);
  }
}
