package io.ratel.server.config;

import io.ratel.adapters.live.LiveFeeds;
import io.ratel.adapters.live.VenueKind;
import io.ratel.adapters.venue.Pair;
import io.ratel.adapters.venue.VenueSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is set about live feeds: {@code feeds} names those that run, and each venue below it may say
 * more of itself. Where no names are given all venues that are described run.
 */
final class FeedsReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,19}");
  private static final Set<String> NO_VENUES = Set.of("fallback", "capture");

  private final Settings settings;

  FeedsReader(Settings settings) {
    this.settings = settings;
  }

  FeedsConfig read() {
    Map<String, String> described = new TreeMap<>(); // the name in capitals, as it was written
    for (String child : settings.children("feeds")) {
      if (!NO_VENUES.contains(child) && described.put(canonical(child), child) != null) {
        settings.fault("feeds." + child + " must be there once, is there in two spellings");
      }
    }
    List<String> named = settings.list("feeds");
    Set<String> running = new LinkedHashSet<>();
    for (String name : named.isEmpty() ? List.copyOf(described.values()) : named) {
      if (!NAME.matcher(name).matches()) {
        settings.fault("feeds must be of venues' names, was '" + name + "'");
      } else if (!running.add(canonical(name))) {
        settings.fault("feeds must name a venue once, was '" + name + "' twice");
      }
    }
    Optional<Path> capture = settings.optional("feeds.capture").map(Path::of);
    List<LiveFeeds.Wanted> wanted = new ArrayList<>();
    for (String name : running) {
      venue(name, "feeds." + described.getOrDefault(name, name), capture).ifPresent(wanted::add);
    }
    described.forEach(
        (name, written) -> {
          if (!running.contains(name)) {
            venue(name, "feeds." + written, capture); // its faults are told all the same
          }
        });
    return new FeedsConfig(wanted, fallback(wanted));
  }

  private static String canonical(String name) {
    return name.toUpperCase(Locale.ROOT).replace('_', '-');
  }

  private Optional<LiveFeeds.Wanted> venue(String name, String key, Optional<Path> capture) {
    Optional<String> named = settings.optional(key + ".kind");
    Optional<VenueKind> kind = VenueKind.named(named.orElse(name));
    String url = settings.text(key + ".url", kind.map(k -> k.socket().toString()).orElse(""));
    String rest = settings.text(key + ".restUrl", kind.map(k -> k.rest().toString()).orElse(""));
    List<String> texts = settings.list(key + ".pairs");
    int depth =
        settings.integer(key + ".depth", VenueSettings.MAX_DEPTH, 1, VenueSettings.MAX_DEPTH);
    Optional<Path> folder = settings.optional(key + ".capture").map(Path::of).or(() -> capture);
    Optional<VenueSettings.Keys> keys = keys(key);
    if (kind.isEmpty()) {
      settings.fault(
          "%s must be one of %s%s, was '%s'"
              .formatted(
                  named.isPresent() ? key + ".kind" : "feeds",
                  String.join(", ", Stream.of(VenueKind.values()).map(VenueKind::label).toList()),
                  named.isPresent() ? "" : ", or have a kind of these at " + key + ".kind",
                  named.orElse(name.toLowerCase(Locale.ROOT))));
      return Optional.empty();
    }
    Optional<URI> socket = address(key + ".url", url, "ws", "wss");
    Optional<URI> requests = address(key + ".restUrl", rest, "http", "https");
    List<Pair> pairs = texts.isEmpty() ? kind.get().pairs() : pairs(key, texts);
    if (socket.isEmpty() || requests.isEmpty() || pairs.isEmpty()) {
      return Optional.empty();
    }
    return settings
        .build(
            () ->
                new VenueSettings(
                    name, socket.get(), withoutSlash(requests.get()), pairs, depth, keys))
        .map(built -> new LiveFeeds.Wanted(kind.get(), built, folder));
  }

  private List<Pair> pairs(String key, List<String> texts) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (String text : texts) {
      try {
        if (!pairs.add(Pair.parse(text))) {
          settings.fault(key + ".pairs must name a pair once, was '" + text + "' twice");
        }
      } catch (IllegalArgumentException e) {
        settings.fault(key + ".pairs: " + e.getMessage());
      }
    }
    return List.copyOf(pairs);
  }

  private Optional<VenueSettings.Keys> keys(String key) {
    Optional<String> id = settings.secret(key + ".key");
    Optional<String> secret = settings.secret(key + ".secret");
    String passphrase = settings.secret(key + ".passphrase").orElse("");
    if (id.isPresent() != secret.isPresent()) {
      settings.fault(key + ".key and " + key + ".secret must both be set, or neither");
      return Optional.empty();
    }
    if (secret.isPresent() && !isBase64(secret.get())) {
      settings.fault(key + ".secret must be in Base64, as the venue gives it");
      return Optional.empty();
    }
    return id.flatMap(i -> secret.map(s -> new VenueSettings.Keys(i, s, passphrase)));
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<URI> address(String key, String text, String plain, String secure) {
    try {
      URI uri = new URI(text);
      boolean known = plain.equals(uri.getScheme()) || secure.equals(uri.getScheme());
      if (known && uri.getHost() != null && uri.getQuery() == null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    settings.fault(
        key,
        "must be %s://HOST or %s://HOST, with a port and a path if need be"
            .formatted(plain, secure));
    return Optional.empty();
  }

  private static URI withoutSlash(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
  }

  private Map<String, List<String>> fallback(List<LiveFeeds.Wanted> wanted) {
    Map<String, List<String>> orders = new LinkedHashMap<>();
    for (String pair : settings.children("feeds.fallback")) {
      String key = "feeds.fallback." + pair;
      List<String> venues = settings.list(key).stream().map(FeedsReader::canonical).toList();
      if (venues.isEmpty() || new LinkedHashSet<>(venues).size() < venues.size()) {
        settings.fault(key, "must name venues, each once");
      }
      for (String venue : venues) {
        boolean follows =
            wanted.stream()
                .anyMatch(
                    one ->
                        one.settings().name().equals(venue)
                            && one.settings().pairs().stream()
                                .anyMatch(of -> of.toString().equalsIgnoreCase(pair)));
        if (!follows) {
          settings.fault(
              key, "must name feeds that run and follow the pair; '" + venue + "' does not");
        }
      }
      if (!venues.isEmpty()) {
        orders.put(pair.toUpperCase(Locale.ROOT), venues);
      }
    }
    return orders;
  }
}
