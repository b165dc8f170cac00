package io.ratel.gateway.history;

import io.ratel.gateway.topic.Topic;
import io.ratel.gateway.topic.TopicName;
import io.ratel.marketdata.history.fetch.HistoryRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a request for history; a delta is the whole of it. It may be listened to before it
 * is asked, so that nothing is missed, and long after: then the snapshot has how it ended.
 */
public final class HistoryTopic extends Topic {
  private final String id;
  private final HistoryNews news;
  private final Function<String, Optional<HistoryRequest>> finder;
  private volatile Optional<HistoryRequest> told = Optional.empty();
  private Optional<HistoryRequest> sent = Optional.empty();

  /**
   * @param finder reads a request; may block
   */
  public HistoryTopic(
      TopicName name,
      Runnable onChange,
      HistoryNews news,
      Function<String, Optional<HistoryRequest>> finder) {
    super(name, onChange);
    this.id = name.subject();
    this.news = news;
    this.finder = finder;
  }

  @Override
  public void open() {
    news.requests.put(
        id,
        request -> {
          if (!told.equals(Optional.of(request))) {
            told = Optional.of(request);
            changed();
          }
        });
  }

  @Override
  public Runnable load() {
    Optional<HistoryRequest> read = finder.apply(id);
    return () -> sent = read;
  }

  @Override
  public Object state() {
    return sent.<Object>map(WireHistoryRequest::of)
        .orElseGet(() -> Map.of("id", id, "state", "unknown"));
  }

  @Override
  public Change change() {
    Optional<HistoryRequest> now = told;
    if (now.isEmpty() || now.equals(sent) || isOlder(now.get())) {
      return new Change.None();
    }
    sent = now;
    return new Change.Delta(state());
  }

  /** What was read when the topic was opened may be newer than what was told before. */
  private boolean isOlder(HistoryRequest now) {
    return sent.map(known -> known.updatedNs() > now.updatedNs() || !known.state().isOpen())
        .orElse(false);
  }

  @Override
  public void close() {
    news.requests.remove(id);
  }
}
