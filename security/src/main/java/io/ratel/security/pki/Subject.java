package io.ratel.security.pki;

import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a certificate names. It is written into the certificate as the URI {@code ratel:KIND:NAME},
 * which is what access is decided by; the common name is for people.
 *
 * @param name 1 to 63 letters, digits, dots, dashes and underscores
 * @param hosts DNS names and IP addresses of one that is called, at most 16; none for others
 */
public record Subject(CertificateKind kind, String name, List<String> hosts) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,63}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:.-]{1,253}");
  private static final int MAX_HOSTS = 16;
  private static final int URI_NAME = 6; // RFC 5280 section 4.2.1.6, GeneralName

  public Subject {
    hosts = List.copyOf(hosts);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name must have 1 to 63 of A-Z, a-z, 0-9, '.', '-' and '_', was '" + name + "'");
    }
    for (String host : hosts) {
      if (!HOST.matcher(host).matches()) {
        throw new IllegalArgumentException(
            "host must be a DNS name or an IP address, was '" + host + "'");
      }
    }
    if (hosts.size() > MAX_HOSTS) {
      throw new IllegalArgumentException("hosts must be at most 16, were " + hosts.size());
    }
    if (kind.server() == hosts.isEmpty()) {
      throw new IllegalArgumentException(
          kind.server()
              ? "a certificate of kind " + kind.label() + " must have a host"
              : "a certificate of kind " + kind.label() + " must have no host, had " + hosts);
    }
  }

  /** As it is written into the certificate. */
  public URI uri() {
    return URI.create("ratel:" + kind.label() + ":" + name);
  }

  /** Whom a certificate names, if it is one of ours; its signature is not looked at. */
  public static Optional<Subject> of(X509Certificate certificate) {
    try {
      var names = certificate.getSubjectAlternativeNames();
      if (names == null) {
        return Optional.empty();
      }
      List<String> hosts = new ArrayList<>();
      String uri = "";
      for (List<?> name : names) {
        String text = String.valueOf(name.get(1));
        if (Integer.valueOf(URI_NAME).equals(name.get(0))) {
          uri = text;
        } else {
          hosts.add(text);
        }
      }
      String[] words = uri.split(":", -1);
      return words.length == 3 && words[0].equals("ratel")
          ? Optional.of(new Subject(CertificateKind.parse(words[1]), words[2], hosts))
          : Optional.empty();
    } catch (CertificateParsingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
