package io.ratel.gateway.relay;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.topic.Inbox;
import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.topic.value.TopicValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A market's topic as the upstream tells it. */
final class RelayedTopic extends Topic {
  private static final int MAX_WAITING = 1_000;
  private static final long WAIT_S = 5;

  private final Upstreams upstreams;
  private final TopicValue state;
  private final Inbox<Upstream.Update> inbox = new Inbox<>(MAX_WAITING);

  RelayedTopic(TopicName name, Runnable onChange, Upstreams upstreams) {
    super(name, onChange);
    this.upstreams = upstreams;
    this.state = TopicValue.of(name.channel());
  }

  @Override
  public void open() {}

  @Override
  public Runnable load() {
    inbox.clear();
    try {
      upstreams.follow(name().text(), this::take).get(WAIT_S, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("the upstream does not tell " + name().text(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return () -> inbox.drain().forEach(this::apply);
  }

  private void take(Upstream.Update update) {
    inbox.add(update);
    changed();
    upstreams.heard(name().text(), update.position());
  }

  private void apply(Upstream.Update update) {
    if (update.snapshot()) {
      state.replace(update.data());
    } else {
      state.apply(update.data());
    }
  }

  @Override
  public Object state() {
    return state.value();
  }

  @Override
  public Change change() {
    if (inbox.overflowed()) {
      return new Change.Lost();
    }
    List<JsonNode> deltas = new ArrayList<>();
    boolean whole = false;
    for (Upstream.Update update : inbox.drain()) {
      whole |= update.snapshot();
      deltas.add(update.data());
      apply(update);
    }
    if (whole) {
      return new Change.Whole();
    }
    return deltas.isEmpty() ? new Change.None() : new Change.Delta(state.join(deltas));
  }

  @Override
  public void close() {
    upstreams.leave(name().text());
  }
}
