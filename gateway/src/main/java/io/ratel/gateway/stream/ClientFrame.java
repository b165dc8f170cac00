package io.ratel.gateway.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.gateway.operation.ErrorCode;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.wire.Times;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client may say. */
sealed interface ClientFrame {
  /** Where a client left a topic. */
  record Point(long epoch, long offset) {}

  record Auth(String token) implements ClientFrame {}

  /**
   * @param everyMs the least time between two messages of a topic; 0 for each as it comes
   * @param from what is before the snapshot is wanted from then on
   */
  record Subscribe(List<String> topics, int everyMs, Optional<Instant> from)
      implements ClientFrame {}

  record Unsubscribe(List<String> topics) implements ClientFrame {}

  record Recover(Map<String, Point> points, int everyMs) implements ClientFrame {}

  record CancelOnDisconnect(boolean wanted) implements ClientFrame {}

  record Ping(JsonNode number) implements ClientFrame {}

  Set<String> VERBS =
      Set.of("auth", "subscribe", "unsubscribe", "recover", "cancelOnDisconnect", "ping");

  /** What else a frame with such a verb may have. */
  Map<String, Set<String>> OPTIONS =
      Map.of("subscribe", Set.of("every", "from"), "recover", Set.of("every"));

  int MAX_TOKEN = 1_024;
  int MIN_EVERY_MS = 100;
  int MAX_EVERY_MS = 60_000;

  /**
   * Reads the object; the {@code id} is not looked at.
   *
   * @throws RefusedException 400
   */
  static ClientFrame of(ObjectNode object) {
    String verb =
        object
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(VERBS::contains)
            .findFirst()
            .orElse(null);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      boolean known = name.equals("id") || name.equals(verb);
      if (!known && (verb == null || !OPTIONS.getOrDefault(verb, Set.of()).contains(name))) {
        throw invalid(
            ErrorCode.UNKNOWN_FIELD, name, entry.getValue(), "has no place in this frame");
      }
    }
    if (verb == null) {
      throw RefusedException.of(
          ErrorCode.MISSING_FIELD,
          "a frame must have one of auth, subscribe, unsubscribe, recover, cancelOnDisconnect and"
              + " ping");
    }
    JsonNode value = object.path(verb);
    return switch (verb) {
      case "auth" -> auth(value);
      case "subscribe" -> new Subscribe(topics(verb, value), every(object), from(object));
      case "unsubscribe" -> new Unsubscribe(topics(verb, value));
      case "recover" -> new Recover(points(value), every(object));
      case "cancelOnDisconnect" -> cancelOnDisconnect(value);
      default -> ping(value);
    };
  }

  static ObjectNode object(String text) {
    return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Auth auth(JsonNode value) {
    if (!value.isTextual() || value.textValue().length() > MAX_TOKEN) {
      throw RefusedException.field(ErrorCode.INVALID_FIELD, "auth", "must be a token");
    }
    return new Auth(value.textValue());
  }

  private static CancelOnDisconnect cancelOnDisconnect(JsonNode value) {
    if (!value.isBoolean()) {
      throw invalid(ErrorCode.INVALID_FIELD, "cancelOnDisconnect", value, "must be true or false");
    }
    return new CancelOnDisconnect(value.booleanValue());
  }

  private static Ping ping(JsonNode value) {
    if (!value.isNumber()) {
      throw invalid(ErrorCode.INVALID_FIELD, "ping", value, "must be a number");
    }
    return new Ping(value);
  }

  private static int every(ObjectNode object) {
    JsonNode value = object.path("every");
    boolean fits =
        value.isInt() && value.intValue() >= MIN_EVERY_MS && value.intValue() <= MAX_EVERY_MS;
    if (!fits && !value.isMissingNode()) {
      throw invalid(
          ErrorCode.INVALID_FIELD,
          "every",
          value,
          "must be whole milliseconds, %d to %d".formatted(MIN_EVERY_MS, MAX_EVERY_MS));
    }
    return value.asInt();
  }

  private static Optional<Instant> from(ObjectNode object) {
    JsonNode value = object.path("from");
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    try {
      Instant from = Instant.parse(value.isTextual() ? value.textValue() : "");
      Times.nanos(from);
      return Optional.of(from);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw invalid(
          ErrorCode.INVALID_FIELD, "from", value, "must be a moment such as 2026-11-21T10:00:00Z");
    }
  }

  private static List<String> topics(String verb, JsonNode value) {
    List<String> topics = new ArrayList<>();
    if (value.isArray() && !value.isEmpty()) {
      value.forEach(topic -> topics.add(topic.isTextual() ? topic.textValue() : ""));
    }
    if (topics.isEmpty() || topics.contains("")) {
      throw invalid(ErrorCode.INVALID_FIELD, verb, value, "must be a list of topics");
    }
    return topics;
  }

  private static Map<String, Point> points(JsonNode value) {
    Map<String, Point> points = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      JsonNode epoch = entry.getValue().path("epoch");
      JsonNode offset = entry.getValue().path("offset");
      if (!epoch.canConvertToLong() || !offset.canConvertToLong()) {
        points.clear();
        break;
      }
      points.put(entry.getKey(), new Point(epoch.longValue(), offset.longValue()));
    }
    if (points.isEmpty()) {
      throw invalid(
          ErrorCode.INVALID_FIELD, "recover", value, "must be {TOPIC:{\"epoch\":n,\"offset\":n}}");
    }
    return points;
  }

  private static RefusedException invalid(
      ErrorCode code, String field, JsonNode value, String rule) {
    return RefusedException.value(code, field, value.toString(), rule);
  }
}
