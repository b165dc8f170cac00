package io.ratel.security.enrolment;

import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.Subject;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an invited machine is given, as one text: for whom, the key that proves it, and the root
 * that it trusts. Whoever has it can enrol in its place.
 */
public record InvitationLetter(String id, Subject subject, PrivateKey key, X509Certificate root) {
  private static final String ID = "invitation";
  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String HOST = "host";

  /** Shows no key. */
  @Override
  public String toString() {
    return "InvitationLetter[" + id + ", " + subject.uri() + "]";
  }

  public String write() {
    StringBuilder text = new StringBuilder();
    line(text, ID, id);
    line(text, KIND, subject.kind().label());
    line(text, NAME, subject.name());
    subject.hosts().forEach(host -> line(text, HOST, host));
    return text.append(Pem.of(key)).append(Pem.of(List.of(root))).toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }

  /**
   * @param source for messages
   * @throws PkiException when it is no such letter
   */
  public static InvitationLetter read(String text, String source) {
    Map<String, List<String>> lines =
        text.lines()
            .takeWhile(line -> !line.startsWith("-----"))
            .map(line -> line.split(": ", 2))
            .filter(words -> words.length == 2)
            .collect(
                Collectors.groupingBy(
                    words -> words[0],
                    Collectors.mapping(
                        words -> words[1], Collectors.toCollection(ArrayList::new))));
    try {
      return new InvitationLetter(
          one(lines, ID),
          new Subject(
              CertificateKind.parse(one(lines, KIND)),
              one(lines, NAME),
              lines.getOrDefault(HOST, List.of())),
          Pem.key(text, source),
          Pem.certificates(text, source).getFirst());
    } catch (IllegalArgumentException e) {
      throw new PkiException(source + " is no invitation: " + e.getMessage(), e);
    }
  }

  private static String one(Map<String, List<String>> lines, String name) {
    List<String> values = lines.getOrDefault(name, List.of());
    if (values.size() != 1) {
      throw new IllegalArgumentException("it must have one line '" + name + ": …'");
    }
    return values.getFirst();
  }
}
