package io.ratel.server.cli;

import io.ratel.security.secret.EnvironmentKeys;
import io.ratel.security.secret.KeyFile;
import io.ratel.security.secret.KeyService;
import io.ratel.security.secret.MasterKey;
import io.ratel.security.secret.OpenedSecret;
import io.ratel.security.secret.Owner;
import io.ratel.security.secret.Place;
import io.ratel.security.secret.SealedSecret;
import io.ratel.security.secret.SecretException;
import io.ratel.security.secret.Secrets;
import io.ratel.server.StoredSecrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ratel secrets}: what the platform keeps sealed, and the keys it is sealed with. */
@Command(
    name = "secrets",
    description = "Keeps secrets sealed in the database, and changes the keys that seal them.",
    footer = {
      "",
      "A secret has an owner (platform, user:ID, container:ID, node:ID) and a name; it opens for",
      "that owner and name alone. Its value is read from standard input, never from an argument.",
      "Master keys are in DIR/master-keys (mode 0600; back it up apart from the database), or in",
      "RATEL_MASTER_KEYS as 1:BASE64,2:BASE64. A venue with its own database must be stopped.",
      "",
      "  ratel secrets put platform mail/password < file",
      "  ratel secrets get platform mail/password --reveal",
      "  ratel secrets list",
      "  ratel secrets rotate                    a fresh key seals from now on",
      "  ratel secrets rewrap --retire           seals all with it, drops the older keys"
    })
final class SecretsCommand implements Runnable {
  private static final int PAGE = 500;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlatformDatabase platform = new PlatformDatabase();

  /** What a subcommand works with. */
  private record Open(Secrets secrets, KeyService keys) {}

  @Override
  public void run() {
    throw new ParameterException(line(), "secrets needs one of list, put, get, rotate, rewrap");
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "list",
      description = "Names all secrets, without their values.")
  int list() {
    return with(
        open -> {
          PrintWriter out = line().getOut();
          Optional<Place> after = Optional.empty();
          for (List<SealedSecret> page = open.secrets.list(after, PAGE);
              !page.isEmpty();
              page = open.secrets.list(after, PAGE)) {
            for (SealedSecret row : page) {
              Place place = row.place();
              out.printf(
                  "%s %s version %d key %d%n",
                  place.owner(), place.name(), row.version(), row.keyVersion());
            }
            after = Optional.of(page.getLast().place());
          }
          out.flush();
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "put",
      description = "Keeps standard input, without a last line break.")
  int put(
      @Parameters(paramLabel = "OWNER") String owner,
      @Parameters(paramLabel = "NAME") String name) {
    Place place = place(owner, name);
    byte[] value = standardInput();
    try {
      return with(
          open -> {
            long version = open.secrets.put(place, value);
            line().getOut().printf("Kept %s, version %d.%n", place, version);
            return ExitCode.STOPPED;
          });
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "get",
      description = "Prints a secret; only with --reveal.")
  int get(
      @Parameters(paramLabel = "OWNER") String owner,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--reveal", description = "Yes, print it.") boolean reveal) {
    Place place = place(owner, name);
    if (!reveal) {
      throw new ParameterException(
          line(), "secrets get prints the value of " + place + " only with --reveal");
    }
    return with(
        open -> {
          try (OpenedSecret opened = open.secrets.open(place)) {
            System.out.write(opened.bytes(), 0, opened.bytes().length);
            System.out.flush();
          }
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "rotate",
      description = "Makes a fresh master key, which seals from now on.")
  int rotate() {
    return with(
        open -> {
          MasterKey fresh = file(open).rotate();
          line().getOut().printf("Master key %d seals from now on.%n", fresh.version());
          return ExitCode.STOPPED;
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      name = "rewrap",
      description = "Seals every secret with the newest master key.")
  int rewrap(
      @Option(names = "--retire", description = "Then drop the older keys.") boolean retire) {
    return with(
        open -> {
          int rewrapped = open.secrets.rewrap();
          int retired = retire ? file(open).retireOlder() : 0;
          line().getOut().printf("Sealed %d secrets anew, retired %d keys.%n", rewrapped, retired);
          return ExitCode.STOPPED;
        });
  }

  private KeyFile file(Open open) {
    if (open.keys instanceof KeyFile file) {
      return file;
    }
    throw new StartException(
        ExitCode.USAGE,
        EnvironmentKeys.VARIABLE + " holds the master keys: change them where it is set");
  }

  private CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }

  private Place place(String owner, String name) {
    try {
      return new Place(Owner.parse(owner), name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line(), String.valueOf(e.getMessage()), e);
    }
  }

  private byte[] standardInput() {
    try {
      byte[] read = System.in.readNBytes(Secrets.MAX_BYTES + 2);
      int length = read.length;
      if (length > 0 && read[length - 1] == '\n') {
        length -= length > 1 && read[length - 2] == '\r' ? 2 : 1;
      }
      if (length == 0 || length > Secrets.MAX_BYTES) {
        throw new ParameterException(
            line(), "the value on standard input must have 1 to 65536 bytes");
      }
      byte[] value = Arrays.copyOf(read, length);
      Arrays.fill(read, (byte) 0);
      return value;
    } catch (IOException e) {
      throw new StartException(ExitCode.FAILED, "standard input cannot be read: " + e.getMessage());
    }
  }

  private int with(ToIntFunction<Open> act) {
    try {
      return platform.with(
          database -> {
            KeyService keys = StoredSecrets.keys(platform.data());
            return act.applyAsInt(new Open(StoredSecrets.open(database, keys), keys));
          });
    } catch (SecretException e) {
      throw new StartException(ExitCode.FAILED, String.valueOf(e.getMessage()));
    }
  }
}
