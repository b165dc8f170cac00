package io.ratel.server.trust;

import io.ratel.adapters.postgres.Database;
import io.ratel.adapters.postgres.access.PostgresTokenKeys;
import io.ratel.security.file.PrivateFile;
import io.ratel.security.secret.SecretException;
import io.ratel.security.token.RotatingKeys;
import io.ratel.security.token.TokenKeys;
import io.ratel.security.token.TokenSigner;
import io.ratel.server.StoredSecrets;
import io.ratel.server.cli.ExitCode;
import io.ratel.server.cli.StartException;
import io.ratel.server.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that this process signs tokens with, looked after until it is closed. */
public final class SigningKeys implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final long EVERY_S = 60;

  private final RotatingKeys keys;
  private final TokenSigner signer;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("token-keys").factory());

  private SigningKeys(RotatingKeys keys, TokenSigner signer) {
    this.keys = keys;
    this.signer = signer;
    thread.scheduleWithFixedDelay(this::tick, EVERY_S, EVERY_S, TimeUnit.SECONDS);
  }

  /**
   * Opens the fleet's keys, or makes them. The one of {@code token-key.pem}, where earlier versions
   * kept it, goes on as the first.
   *
   * @throws StartException when this node's master keys do not open them
   */
  public static SigningKeys open(
      Path data, Database tables, Config.Tokens config, InstantSource clock) {
    Path former = data.resolve("token-key.pem");
    PostgresTokenKeys store =
        new PostgresTokenKeys(tables, StoredSecrets.open(tables, StoredSecrets.keys(data)));
    try {
      if (Files.exists(former)) {
        if (store.all().isEmpty()) {
          TokenKeys first = TokenKeys.read(PrivateFile.read(former), former.toString());
          store.add(first, clock.instant(), Instant.EPOCH);
        }
        Files.delete(former);
      }
      RotatingKeys keys = new RotatingKeys(store, config.rotation(), clock);
      return new SigningKeys(
          keys, new TokenSigner(keys, config.lifetimes(), clock, new SecureRandom()));
    } catch (SecretException e) {
      throw new StartException(
          ExitCode.USAGE,
          "the keys of tokens do not open with the master keys of this node ("
              + e.getMessage()
              + "): copy DIR/master-keys of the node that made them, or set RATEL_MASTER_KEYS");
    } catch (IOException e) {
      throw new StartException(ExitCode.DATA_UNUSABLE, String.valueOf(e.getMessage()));
    }
  }

  private void tick() {
    try {
      keys.tick();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("the keys of tokens cannot be looked after; tried again");
    }
  }

  public RotatingKeys keys() {
    return keys;
  }

  public TokenSigner signer() {
    return signer;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
