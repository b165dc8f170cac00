package io.ratel.adapters.aeron;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.aeron.archive.client.AeronArchive;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.ratel.adapters.aeron.thread.WakeGroup;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.SleepingMillisIdleStrategy;

/**
 * The exchange of another process, reached over UDP: its ingress for commands, its archive for the
 * recorded events. Has a media driver of its own. The other side must have a fixed {@link
 * LogConfig#portBase()}.
 */
public final class RemoteExchange implements AutoCloseable {
  private final Consumer<Throwable> onError;
  private final LogConfig member;
  private final WakeGroup wakeGroup = new WakeGroup();
  private final MediaDriver driver;

  private RemoteExchange(LogConfig member, Consumer<Throwable> onError) {
    this.member = member;
    this.onError = onError;
    driver =
        MediaDriver.launch(
            new MediaDriver.Context()
                .aeronDirectoryName(CommonContext.generateRandomDirName())
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(wakeGroup.member(1))
                .asyncExecutorIdleStrategy(new SleepingMillisIdleStrategy(10))
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .ipcTermBufferLength(4 << 20)
                .publicationTermBufferLength(1 << 20)
                .errorHandler(onError::accept));
  }

  /**
   * Prepares to reach a member.
   *
   * @param member where it is: host and port base as its own configuration has them
   * @param onError hears of every error in the engine's threads
   * @throws LogException when the member has no fixed ports
   */
  public static RemoteExchange at(LogConfig member, Consumer<Throwable> onError) {
    if (member.portBase() == 0) {
      throw new LogException("log.portBase must be set to reach an exchange in another process");
    }
    return new RemoteExchange(member, onError);
  }

  /** A client to send commands with; it keeps trying until the member answers. */
  public ExchangeClient connectClient() {
    return ExchangeClient.connect(
        connectAeron(),
        wakeGroup,
        new ExchangeClient.Route(
            "aeron:udp?term-length=1m",
            "0=" + member.host() + ":" + member.portBase(),
            "aeron:udp?endpoint=" + member.host() + ":0|term-length=1m"),
        onError);
  }

  /**
   * A reader of the recorded events, which finds its way again when the member comes back.
   *
   * @throws io.aeron.exceptions.TimeoutException when the member's archive does not answer
   */
  public RecordedEvents connectEvents() {
    return new RecordedEvents(this::connectArchive, wakeGroup, this::replayChannel);
  }

  /** The member's log, readable while it runs. */
  public RecordedLog connectLog() {
    return new RecordedLog(this::connectArchive, this::replayChannel, permille -> {});
  }

  private String replayChannel() {
    return "aeron:udp?term-length=1m|endpoint=" + member.host() + ":" + AeronFiles.ports(0)[0];
  }

  private AeronArchive connectArchive() {
    return AeronArchive.connect(
        new AeronArchive.Context()
            .aeron(connectAeron())
            .ownsAeronClient(true)
            .controlRequestChannel(
                "aeron:udp?endpoint=" + member.host() + ":" + (member.portBase() + 4))
            .controlResponseChannel("aeron:udp?endpoint=" + member.host() + ":0"));
  }

  private Aeron connectAeron() {
    return Aeron.connect(
        new Aeron.Context()
            .aeronDirectoryName(driver.aeronDirectoryName())
            .errorHandler(onError::accept));
  }

  @Override
  public void close() {
    CloseHelper.close(onError::accept, driver);
  }
}
