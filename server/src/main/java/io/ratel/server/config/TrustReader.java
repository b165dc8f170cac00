package io.ratel.server.config;

import io.ratel.security.token.RotatingKeys;
import io.ratel.security.token.TokenLifetimes;
import io.ratel.server.role.RoleName;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads how doors are locked and how nodes know each other. */
final class TrustReader {
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}|localhost");

  private final Settings settings;
  private final Path data;

  TrustReader(Settings settings, Path data) {
    this.settings = settings;
    this.data = data;
  }

  TlsConfig tls() {
    boolean own = settings.flag("http.tls.own", false);
    Optional<Path> certificate = file("http.tls.certificate");
    Optional<Path> key = file("http.tls.key");
    if (certificate.isPresent() != key.isPresent()) {
      settings.fault("http.tls.certificate and http.tls.key must both be set, or neither");
    }
    Optional<TlsConfig.Files> files =
        certificate.flatMap(c -> key.map(k -> new TlsConfig.Files(c, k)));
    Optional<TlsConfig.Acme> acme = acme();
    if ((own ? 1 : 0) + (files.isPresent() ? 1 : 0) + (acme.isPresent() ? 1 : 0) > 1) {
      settings.fault(
          "the door has one certificate: set one of http.tls.own (--tls), http.tls.certificate and"
              + " http.acme");
    }
    boolean tls12 = settings.flag("http.tls.allowTls12", false);
    Optional<Integer> plainPort = port("http.plainPort");
    TlsConfig tls =
        new TlsConfig(own, files, acme, tls12, settings.list("http.tls.hosts"), plainPort);
    if (acme.isPresent() && plainPort.isEmpty()) {
      settings.fault("http.plainPort must be set for http.acme: the authority asks at port 80");
    }
    if (!tls.on() && (tls12 || plainPort.isPresent())) {
      settings.fault("http.tls.allowTls12 and http.plainPort need a door with TLS");
    }
    return tls;
  }

  private Optional<Path> file(String key) {
    Optional<Path> file = settings.optional(key).map(Path::of);
    if (file.filter(path -> !Files.isReadable(path)).isPresent()) {
      settings.fault(key, "must name a file that can be read");
    }
    return file;
  }

  private Optional<Integer> port(String key) {
    return settings.optional(key).map(text -> settings.integer(key, 0, 0, 65_535));
  }

  private Optional<TlsConfig.Acme> acme() {
    Optional<String> directory = settings.optional("http.acme.directory");
    Optional<String> email = settings.optional("http.acme.email");
    List<String> domains = settings.list("http.acme.domains");
    boolean agreed = settings.flag("http.acme.agreeToTerms", false);
    if (directory.isEmpty()) {
      if (email.isPresent() || !domains.isEmpty() || agreed) {
        settings.fault(
            "http.acme.directory must name the authority, such as https://HOST/directory");
      }
      return Optional.empty();
    }
    if (domains.isEmpty() || domains.size() > 100) {
      settings.fault("http.acme.domains must name 1 to 100 domains, had " + domains.size());
    }
    for (String domain : domains) {
      if (!DOMAIN.matcher(domain).matches()) {
        settings.fault(
            "http.acme.domains must be DNS names in small letters, had '" + domain + "'");
      }
    }
    if (!agreed) {
      settings.fault("http.acme.agreeToTerms must be true: the authority has terms of service");
    }
    return uri("http.acme.directory").map(at -> new TlsConfig.Acme(at, email, domains));
  }

  FleetConfig fleet() {
    return new FleetConfig(
        settings.text("fleet.host", settings.text("gateway.host", "127.0.0.1")),
        port("fleet.port"),
        settings.optional("fleet.identity").map(Path::of).orElse(data.resolve("node.pem")),
        settings.optional("fleet.root").map(Path::of).orElse(data.resolve("root.pem")),
        uri("fleet.authority"));
  }

  Optional<Config.Tokens> tokens() {
    TokenLifetimes usual = TokenLifetimes.STANDARD;
    Duration outer = settings.duration("security.tokens.outer", usual.outer());
    Duration inner = settings.duration("security.tokens.inner", usual.inner());
    Duration danger = settings.duration("security.tokens.danger", usual.danger());
    Duration rotation = settings.duration("security.tokens.rotation", RotatingKeys.STANDARD);
    Optional<TokenLifetimes> lifetimes =
        settings.build(() -> new TokenLifetimes(outer, inner, danger));
    return settings.build(() -> new Config.Tokens(lifetimes.orElse(usual), rotation));
  }

  private Optional<URI> uri(String key) {
    Optional<String> text = settings.optional(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.get());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below
    }
    settings.fault(key, "must be an address of http:// or https://");
    return Optional.empty();
  }

  /**
   * What passes between machines must not pass in the open.
   *
   * @return what a person should be told, when they have allowed it all the same
   */
  List<String> warnings(Set<RoleName> roles, Optional<URI> api) {
    boolean allowed = settings.flag("security.insecureFleet", false);
    boolean relays = roles.contains(RoleName.STREAM) && !roles.contains(RoleName.API);
    if (!relays || api.filter(TrustReader::inTheOpen).isEmpty()) {
      return List.of();
    }
    if (!allowed) {
      settings.fault(
          "endpoints.api",
          "must be https:// when it is another machine: what it sends decides which tokens count"
              + " here (security.insecureFleet: true allows it all the same)");
      return List.of();
    }
    return List.of(
        "Warning: this node takes markets and the keys of tokens from "
            + api.get()
            + " without TLS; whoever is between can forge both.");
  }

  private static boolean inTheOpen(URI address) {
    try {
      return "http".equals(address.getScheme())
          && !InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return true;
    }
  }
}
