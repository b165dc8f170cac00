package io.ratel.server.cli;

import io.ratel.security.enrolment.InvitationLetter;
import io.ratel.security.enrolment.Invitations;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.pki.Authority;
import io.ratel.security.pki.CertificateKind;
import io.ratel.security.pki.Identity;
import io.ratel.security.pki.Issued;
import io.ratel.security.pki.P384;
import io.ratel.security.pki.Pem;
import io.ratel.security.pki.PkiException;
import io.ratel.security.pki.RevocationList;
import io.ratel.security.pki.Subject;
import io.ratel.server.DataDirectory;
import io.ratel.server.trust.NodeIdentity;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ratel ca}: the platform's own certificate authority. */
@Command(
    name = "ca",
    description = "Makes and revokes the certificates by which machines know each other.",
    footer = {
      "",
      "Root and intermediates are in DIR/ca (mode 0600): keep a copy where no machine is.",
      "Kinds: node, gateway, database (which need --host), client, user-container, operator.",
      "Certificates last 24 hours (operator 12, user-container 6) unless --hours says otherwise.",
      "",
      "  ratel ca init",
      "  ratel ca issue node n1 --host n1.example.org --host 10.0.0.5 --out n1.pem",
      "  ratel ca invite node n2 --host n2.example.org --out n2.invitation",
      "  ratel ca enrol --at https://10.0.0.7:8080 --invitation n2.invitation    on the machine n2",
      "  ratel ca list",
      "  ratel ca revoke SERIAL",
      "  ratel ca revocations revocations.pem    the signed list of revoked certificates",
      "  ratel ca export root.pem                what everybody trusts, without its key",
      "",
      "A running venue holds its data: there operators list, revoke and invite on the page."
    })
final class CaCommand implements Runnable {
  private static final int MAX_LIST_HOURS = 24 * 90;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The venue's data (default: ~/.ratel).")
  private Path data = Path.of(System.getProperty("user.home"), ".ratel");

  @Override
  public void run() {
    throw new ParameterException(
        line(), "ca needs one of init, issue, invite, enrol, list, revoke, revocations, export");
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "init",
      description = "Makes a root and its intermediates.")
  int init() {
    return holding(
        () -> {
          Authority made = Authority.init(folder(), new SecureRandom(), InstantSource.system());
          line()
              .getOut()
              .printf(
                  "Made a certificate authority in %s, valid until %s.%n",
                  folder(), made.root().getNotAfter().toInstant());
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "issue",
      description = "Makes a key and its certificate, in one file.")
  int issue(
      @Mixin Named named,
      @Option(names = "--hours", paramLabel = "N", description = "How long it is valid.")
          @Nullable Integer hours,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file.")
          Path out) {
    Subject subject = subject(named);
    requireNew(out);
    return holding(
        () -> {
          SecureRandom random = new SecureRandom();
          KeyPair keys = P384.generate(random);
          List<X509Certificate> chain =
              open()
                  .issue(
                      subject, keys.getPublic(), Optional.ofNullable(hours).map(Duration::ofHours));
          PrivateFile.write(out, Pem.of(keys.getPrivate()) + Pem.of(chain));
          line()
              .getOut()
              .printf(
                  "Issued %s to %s, valid until %s, serial %s.%n",
                  out,
                  subject.kind().label() + " " + subject.name(),
                  chain.getFirst().getNotAfter().toInstant(),
                  Authority.serial(chain.getFirst()));
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "invite",
      description = "Makes a letter with which a machine enrols, once, within 24 hours.")
  int invite(
      @Mixin Named named,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file.")
          Path out) {
    Subject subject = subject(named);
    requireNew(out);
    return holding(
        () -> {
          Invitations invitations = new Invitations(folder().resolve("invitations"));
          InvitationLetter letter =
              invitations.invite(
                  subject, open().root(), new SecureRandom(), InstantSource.system().instant());
          PrivateFile.write(out, letter.write());
          line()
              .getOut()
              .printf("Wrote an invitation to %s: whoever has it can be %s.%n", out, subject.uri());
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "enrol",
      description = "Uses an invitation: DIR/node.pem and DIR/root.pem are written.")
  int enrol(
      @Option(
              names = "--at",
              paramLabel = "URL",
              required = true,
              description = "The node with the authority.")
          URI at,
      @Option(
              names = "--invitation",
              paramLabel = "FILE",
              required = true,
              description = "The letter.")
          Path invitation) {
    return holding(
        () -> {
          InvitationLetter letter =
              InvitationLetter.read(PrivateFile.read(invitation), invitation.toString());
          Identity identity =
              NodeIdentity.enrol(letter, at, data.resolve("node.pem"), data.resolve("root.pem"));
          line()
              .getOut()
              .printf(
                  "Enrolled as %s, valid until %s, serial %s.%n",
                  letter.subject().uri(),
                  identity.certificate().getNotAfter().toInstant(),
                  Authority.serial(identity.certificate()));
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "revocations",
      description = "Writes the signed list of revoked certificates, for nodes without a database.")
  int revocations(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--hours",
              paramLabel = "N",
              defaultValue = "1",
              description = "How long it is good (default: ${DEFAULT-VALUE}).")
          int hours) {
    if (hours < 1 || hours > MAX_LIST_HOURS) {
      throw new ParameterException(line(), "--hours must be 1 to " + MAX_LIST_HOURS);
    }
    return holding(
        () -> {
          RevocationList list = open().publish(Duration.ofHours(hours));
          PrivateFile.write(file, list.text());
          line()
              .getOut()
              .printf(
                  "Wrote %s, %d revoked, good until %s.%n", file, list.size(), list.nextUpdate());
          return ExitCode.STOPPED;
        });
  }

  private void requireNew(Path out) {
    if (Files.exists(out)) {
      throw new ParameterException(line(), "--out must name a new file, '" + out + "' exists");
    }
  }

  /** Whom a certificate is to name. */
  static final class Named {
    @Parameters(index = "0", paramLabel = "KIND", description = "What it is for.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "Letters, digits, '.', '-', '_'.")
    private String name = "";

    @Option(names = "--host", paramLabel = "HOST", description = "DNS name or IP address.")
    private List<String> hosts = new ArrayList<>();
  }

  private Subject subject(Named named) {
    try {
      return new Subject(CertificateKind.parse(named.kind), named.name, named.hosts);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line(), String.valueOf(e.getMessage()), e);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "list",
      description = "Names the certificates that were issued.")
  int list() {
    return holding(
        () -> {
          PrintWriter out = line().getOut();
          for (Issued issued : open().issued()) {
            out.printf(
                "%s %s %s until %s%s%n",
                issued.serial(),
                issued.kind().label(),
                issued.name(),
                issued.notAfter(),
                issued.revoked().map(why -> " revoked " + why.at()).orElse(""));
          }
          out.flush();
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "revoke",
      description = "Revokes a certificate for good.")
  int revoke(@Parameters(paramLabel = "SERIAL") String serial) {
    return holding(
        () -> {
          open().revoke(serial, CRLReason.UNSPECIFIED);
          line().getOut().printf("Revoked %s.%n", serial);
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "export",
      description = "Writes the root's certificate, without its key.")
  int export(@Parameters(paramLabel = "FILE") Path file) {
    return holding(
        () -> {
          Files.writeString(file, Pem.of(List.of(open().root())));
          line().getOut().printf("Wrote the root's certificate to %s.%n", file);
          return ExitCode.STOPPED;
        });
  }

  private Path folder() {
    return data.resolve("ca");
  }

  private Authority open() {
    return Authority.open(folder(), new SecureRandom(), InstantSource.system());
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  /** One process at a time writes the authority's files. */
  private int holding(Callable<Integer> act) {
    try (DataDirectory held = DataDirectory.hold(data)) {
      return act.call();
    } catch (PkiException e) {
      throw new StartException(ExitCode.FAILED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StartException(ExitCode.FAILED, "a file cannot be written: " + e.getMessage());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
