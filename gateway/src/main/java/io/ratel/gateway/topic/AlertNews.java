package io.ratel.gateway.topic;

import io.ratel.marketdata.alert.Firing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Takes what fired to the topics of the users whose it is. Safe for any thread. */
public final class AlertNews implements Consumer<Firing> {
  final Map<Long, Consumer<Firing>> users = new ConcurrentHashMap<>();

  @Override
  public void accept(Firing firing) {
    Consumer<Firing> topic = users.get(firing.userId());
    if (topic != null) {
      topic.accept(firing);
    }
  }
}
