package io.ratel.gateway.operation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operation for a method and a path. A literal segment goes before a {@code {name}}. */
public final class Routes {
  /** What was found. */
  public sealed interface Match {
    /** An operation, with the decoded names of its path. */
    record Found(Operation<?, ?> operation, Map<String, String> path) implements Match {}

    /** The path exists for other methods. */
    record OtherMethods(Set<String> allowed) implements Match {}

    /** Nothing is there. */
    record Nowhere() implements Match {}
  }

  private record Route(String[] segments, Operation<?, ?> operation) {}

  private final Map<Integer, List<Route>> bySize = new HashMap<>();
  private final Map<String, Operation<?, ?>> byName = new HashMap<>();

  public Routes(List<Operation<?, ?>> operations) {
    for (Operation<?, ?> operation : operations) {
      byName.put(operation.name(), operation);
      Route route = new Route(split(operation.path()), operation);
      bySize.computeIfAbsent(route.segments().length, size -> new ArrayList<>()).add(route);
    }
  }

  /** The operation of that name. */
  public Optional<Operation<?, ?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * @param method as the client wrote it; HEAD finds what GET does
   * @param path still percent-encoded
   * @throws RefusedException when a segment is not valid percent-encoding
   */
  public Match find(String method, String path) {
    String[] segments = split(path);
    for (int i = 0; i < segments.length; i++) {
      segments[i] = decode(segments[i]);
    }
    String verb = method.equals("HEAD") ? "GET" : method;
    Match best = new Match.Nowhere();
    int fewest = Integer.MAX_VALUE;
    Set<String> allowed = new LinkedHashSet<>();
    for (Route route : bySize.getOrDefault(segments.length, List.of())) {
      Map<String, String> names = match(route.segments(), segments);
      if (names == null) {
        continue;
      }
      allowed.add(route.operation().verb().name());
      if (route.operation().verb().name().equals(verb) && names.size() < fewest) {
        fewest = names.size();
        best = new Match.Found(route.operation(), names);
      }
    }
    return best instanceof Match.Nowhere && !allowed.isEmpty()
        ? new Match.OtherMethods(allowed)
        : best;
  }

  private static @Nullable Map<String, String> match(String[] template, String[] segments) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < template.length; i++) {
      if (template[i].startsWith("{")) {
        if (segments[i].isEmpty()) {
          return null;
        }
        names.put(template[i].substring(1, template[i].length() - 1), segments[i]);
      } else if (!template[i].equals(segments[i])) {
        return null;
      }
    }
    return names;
  }

  private static String[] split(String path) {
    return path.split("/", -1);
  }

  private static String decode(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw RefusedException.value(
          ErrorCode.MALFORMED_URL, "the path", segment, "must be valid percent-encoding");
    }
  }

  /**
   * Reads a query; a name that comes twice is refused.
   *
   * @param query still percent-encoded
   */
  public static Map<String, String> query(@Nullable String query) {
    Map<String, String> values = new HashMap<>();
    if (query == null || query.isEmpty()) {
      return values;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name;
      String value;
      try {
        name =
            URLDecoder.decode(
                equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
        value =
            equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw RefusedException.value(
            ErrorCode.MALFORMED_URL, "the query", pair, "must be valid percent-encoding");
      }
      if (values.put(name, value) != null) {
        throw RefusedException.value(ErrorCode.INVALID_FIELD, name, value, "must be given once");
      }
    }
    return values;
  }
}
