package io.ratel.gateway.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** What one round of the hub has for the sockets, handed over with one task a context. */
final class Outbox {
  private Map<Receiver, List<Out>> waiting = new LinkedHashMap<>();

  void add(Receiver receiver, Out out) {
    // Nearly all get one thing; room for more would be garbage, ten thousand times.
    waiting.computeIfAbsent(receiver, key -> new ArrayList<>(1)).add(out);
  }

  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    Map<Executor, List<Map.Entry<Receiver, List<Out>>>> byContext = new LinkedHashMap<>();
    for (Map.Entry<Receiver, List<Out>> entry : waiting.entrySet()) {
      byContext.computeIfAbsent(entry.getKey().context(), key -> new ArrayList<>()).add(entry);
    }
    waiting = new LinkedHashMap<>();
    byContext.forEach(
        (context, entries) ->
            context.execute(
                () -> entries.forEach(entry -> entry.getKey().deliver(entry.getValue()))));
  }
}
