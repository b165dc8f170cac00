package io.ratel.gateway.topic.past;

import com.fasterxml.jackson.databind.JsonNode;
import io.ratel.gateway.topic.TopicName;
import io.ratel.gateway.wire.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A topic's items from a moment on, oldest first. One thread at a time. */
public interface Past extends AutoCloseable {
  /** So many at a time. */
  int BATCH = 5_000;

  /** No past is longer. */
  int MAX_ROWS = 100_000;

  /**
   * One trade or bar.
   *
   * @param key what no other of the topic has: a trade's id, a bar's time
   * @param wire what a client is told
   */
  record Item(String key, long timeNs, Object wire) {
    /** Those of a message. */
    public static List<Item> all(TopicName.Channel channel, JsonNode data) {
      List<Item> items = new ArrayList<>(data.size());
      data.forEach(told -> items.add(of(channel, told)));
      return items;
    }

    private static Item of(TopicName.Channel channel, JsonNode told) {
      String time = told.path("time").asText();
      String key = channel == TopicName.Channel.TRADES ? told.path("id").asText() : time;
      return new Item(key, Times.nanos(Instant.parse(time)), told);
    }
  }

  /**
   * The next items.
   *
   * @param last the present is reached: what is missing was made after this was read
   */
  record Batch(List<Item> items, boolean last) {}

  /**
   * Reads on. Blocks.
   *
   * @throws io.ratel.gateway.operation.RefusedException when it would be too long
   * @throws RuntimeException when it cannot be read now
   */
  Batch next();

  /**
   * Whether the topic has been told of everything that was read, so that its next change has what
   * is new of it. Never blocks.
   */
  boolean isTold();

  @Override
  void close();
}
