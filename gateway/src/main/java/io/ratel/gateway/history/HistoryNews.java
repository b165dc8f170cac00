package io.ratel.gateway.history;

import io.ratel.marketdata.history.fetch.HistoryRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Takes what became of requests for history to those who listen. Safe for any thread. */
public final class HistoryNews implements Consumer<HistoryRequest> {
  final Map<String, Consumer<HistoryRequest>> requests = new ConcurrentHashMap<>();

  /** The ids that somebody listens for. */
  public Collection<String> wanted() {
    return List.copyOf(requests.keySet());
  }

  @Override
  public void accept(HistoryRequest request) {
    Consumer<HistoryRequest> topic = requests.get(request.id());
    if (topic != null) {
      topic.accept(request);
    }
  }
}
