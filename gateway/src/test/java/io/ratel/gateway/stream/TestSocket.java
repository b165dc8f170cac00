package io.ratel.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.topic.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Keeps what it is given, and can be full for a while. */
final class TestSocket extends Receiver {
  final List<JsonNode> updates = new ArrayList<>();
  final List<JsonNode> frames = new ArrayList<>();
  private final List<Runnable> ready = new ArrayList<>();
  private final Socket.Missed missed = new Socket.Missed();
  private boolean full;

  /** What a client asks that wants nothing special. */
  static Hub.Wish wish(Map<String, TopicName> names) {
    return new Hub.Wish(
        List.copyOf(names.keySet()), names, List.of(), Set.of(), 0, Optional.empty());
  }

  @Override
  Executor context() {
    return Runnable::run;
  }

  @Override
  void deliver(List<Out> outs) {
    for (Out out : outs) {
      switch (out) {
        case Out.Reply reply -> {
          missed.forget(reply.left());
          frames.add(Json.read(reply.text()));
        }
        case Out.Notice notice -> frames.add(Json.read(notice.text()));
        case Out.Ready then -> ready.add(then.task());
        case Out.Update update -> {
          if (missed.takes(update, full)) {
            updates.add(
                Json.read("{\"topic\":\"" + update.alias() + "\"" + update.message().tail()));
          }
        }
      }
    }
    if (!full) {
      goOn();
    }
  }

  private void goOn() {
    List<Runnable> waited = List.copyOf(ready);
    ready.clear();
    waited.forEach(Runnable::run);
  }

  void fill() {
    full = true;
  }

  void drain(Hub hub) {
    full = false;
    goOn();
    Map<String, Long> behind = missed.all();
    if (!behind.isEmpty()) {
      hub.resync(this, behind);
    }
  }

  boolean isFull() {
    return full;
  }

  /** What has come since the last call, in short: topic, kind and data. */
  List<String> take() {
    List<String> taken =
        updates.stream()
            .map(
                u -> u.path("topic").asText() + " " + u.path("kind").asText() + " " + u.get("data"))
            .toList();
    updates.clear();
    return taken;
  }

  /** The frames that are no updates since the last call. */
  List<String> takeFrames() {
    List<String> taken = frames.stream().map(JsonNode::toString).toList();
    frames.clear();
    return taken;
  }
}
