package io.ratel.server.config;

import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values by dotted key from, in rising order of weight: a file, the environment ({@code
 * RATEL_GATEWAY_PORT} for {@code gateway.port}) and the command line. Every fault is collected, so
 * that a user sees all of them at once; a value that is at fault reads as its default.
 */
public final class Settings {
  /** Is Base64, as some secrets must be. */
  private static final String STAND_IN = "c3RvcmVk";

  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> origins = new TreeMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private Config.StoredValue stored = (key, reference) -> STAND_IN;

  /**
   * Adds a tree of maps as read from a file; lists become comma-separated texts, and those that
   * hold maps trees whose names are the places, from 0.
   */
  void addTree(Path file, Map<?, ?> tree) {
    flatten("", tree, file.toString());
  }

  private void flatten(String prefix, Map<?, ?> tree, String origin) {
    tree.forEach(
        (name, value) -> {
          String key = prefix + name;
          if (value instanceof Map<?, ?> branch) {
            flatten(key + ".", branch, origin);
          } else if (value instanceof List<?> list
              && list.stream().anyMatch(Map.class::isInstance)) {
            flatten(key + ".", numbered(list), origin);
          } else if (value instanceof Collection<?> list) {
            put(key, String.join(",", list.stream().map(String::valueOf).toList()), origin);
          } else if (value != null) {
            put(key, String.valueOf(value), origin);
          }
        });
  }

  /** A list with parts of its own, as a tree whose names are the places. */
  private static Map<String, Object> numbered(List<?> list) {
    Map<String, Object> places = new TreeMap<>();
    for (int i = 0; i < list.size(); i++) {
      places.put(Integer.toString(i), list.get(i));
    }
    return places;
  }

  private void put(String key, String value, String origin) {
    values.put(key, value);
    origins.put(key, origin);
  }

  /** Adds the environment's variables that start with {@code RATEL_}. */
  void addEnvironment(Map<String, String> variables) {
    variables.forEach(
        (name, value) -> {
          if (name.startsWith("RATEL_")) {
            environment.put(name, value);
          }
        });
  }

  /** Sets a value from the command line. */
  void set(String key, @Nullable Object value, String option) {
    if (value != null) {
      put(key, String.valueOf(value), option);
      environment.remove(variable(key));
    }
  }

  /** The environment variable of a setting. */
  static String variable(String key) {
    return "RATEL_"
        + key.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  private Optional<String> read(String key) {
    known.add(key);
    String fromEnvironment = environment.get(variable(key));
    if (fromEnvironment != null) {
      put(key, fromEnvironment, variable(key));
    }
    return Optional.ofNullable(values.get(key));
  }

  public String text(String key, String otherwise) {
    return read(key).orElse(otherwise);
  }

  public Optional<String> optional(String key) {
    return read(key);
  }

  /**
   * A value that may be {@code stored:NAME}, which is read when the database is open. Until then
   * something stands in for it, so that all else can be checked.
   */
  Optional<String> secret(String key) {
    Optional<String> text = read(key);
    if (text.isEmpty() || !text.get().startsWith(Config.Operator.STORED)) {
      return text;
    }
    String name = text.get().substring(Config.Operator.STORED.length());
    if (build(() -> new Place(Owner.PLATFORM, name)).isEmpty()) {
      fault(key, "must name a secret of the platform's");
      return Optional.empty();
    }
    return Optional.of(stored.of(key, text.get()));
  }

  /** The same settings, without faults, with what is stored. */
  Settings with(Config.StoredValue values) {
    Settings same = new Settings();
    same.values.putAll(this.values);
    same.origins.putAll(origins);
    same.environment.putAll(environment);
    same.stored = values;
    return same;
  }

  int integer(String key, int otherwise, int min, int max) {
    return (int) number(key, otherwise, min, max);
  }

  long number(String key, long otherwise, long min, long max) {
    Optional<String> text = read(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.get().strip());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the range
    }
    fault(key, "must be a whole number from " + min + " to " + max);
    return otherwise;
  }

  /** Such as {@code 15m}. */
  public Duration duration(String key, Duration otherwise) {
    Optional<String> text = read(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    Matcher parts = DURATION.matcher(text.get().strip());
    if (!parts.matches()) {
      fault(key, "must be a number with s, m, h or d behind it, such as 15m, 12h or 30d");
      return otherwise;
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  public boolean flag(String key, boolean otherwise) {
    Optional<String> text = read(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    return switch (text.get().strip().toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> {
        fault(key, "must be true or false");
        yield otherwise;
      }
    };
  }

  <E extends Enum<E>> E choice(String key, E otherwise) {
    Optional<String> text = read(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (E choice : otherwise.getDeclaringClass().getEnumConstants()) {
      String name = choice.name().toLowerCase(Locale.ROOT);
      if (name.equals(text.get().strip().toLowerCase(Locale.ROOT))) {
        return choice;
      }
      names.add(name);
    }
    fault(key, "must be one of " + String.join(", ", names));
    return otherwise;
  }

  /** The parts of a comma-separated text, without empty ones. */
  public List<String> list(String key) {
    return read(key).stream()
        .flatMap(text -> List.of(text.split(",")).stream())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The names of what is set below a key, as they were written. */
  public Set<String> children(String key) {
    Set<String> names = new TreeSet<>();
    for (String full : values.keySet()) {
      if (full.startsWith(key + ".")) {
        names.add(full.substring(key.length() + 1).split("\\.", 2)[0]);
      }
    }
    return names;
  }

  /** The address of a server: scheme, host and port alone. */
  Optional<URI> endpoint(String key, String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && (uri.getPath().isEmpty() || uri.getPath().equals("/"))) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    fault(key, "must be http://HOST:PORT or https://HOST:PORT");
    return Optional.empty();
  }

  /** Notes that the value of a key is wrong. */
  public void fault(String key, String rule) {
    String value = values.get(key);
    String origin = origins.get(key);
    faults.add(key + " " + rule + (value == null ? "" : ", was '" + value + "' (" + origin + ")"));
  }

  /** Notes what is wrong. */
  public void fault(String message) {
    faults.add(message);
  }

  /** Builds a room's record; what its constructor refuses becomes a fault. */
  <T> Optional<T> build(Supplier<T> record) {
    try {
      return Optional.of(record.get());
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Builds what is set below a key; what is refused becomes a fault that says where, and nothing
   * below the key is told as unknown besides.
   */
  public <T> Optional<T> build(String key, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      faults.add(why.startsWith(key) ? why : key + ": " + why);
      values.keySet().stream().filter(name -> name.startsWith(key + ".")).forEach(known::add);
      return Optional.empty();
    }
  }

  /**
   * @throws ConfigException with the faults of what was asked for, when there are any
   */
  void requireSound() {
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
  }

  /** Every fault, keys that nothing asked for included. */
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        all.add(key + " is not a setting (" + origins.get(key) + ")" + suggestion(key));
      }
    }
    return all;
  }

  private String suggestion(String key) {
    String last = key.substring(key.lastIndexOf('.') + 1);
    return known.stream()
        .filter(k -> k.substring(k.lastIndexOf('.') + 1).equals(last))
        .findFirst()
        .or(() -> Nearest.to(key, known))
        .map(k -> "; did you mean " + k + "?")
        .orElse("");
  }

  /** The settings that exist, for help. */
  List<String> known() {
    return List.copyOf(known);
  }
}
