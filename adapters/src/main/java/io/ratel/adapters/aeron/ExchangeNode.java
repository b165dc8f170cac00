package io.ratel.adapters.aeron;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.ratel.adapters.aeron.thread.EngineThread;
import io.ratel.adapters.aeron.thread.EngineThreads;
import io.ratel.adapters.aeron.thread.WakeGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.agrona.CloseHelper;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * A member of the exchange's cluster in this process. The directory must be held exclusively by the
 * caller: what a killed predecessor left behind is cleared away here.
 *
 * <p>{@link #launch} returns when the log has been applied and commands can be taken. A start that
 * fails half-way closes what it had opened.
 */
public final class ExchangeNode implements AutoCloseable {
  private static final int CLUSTER_ID = 0;
  static final int INGRESS_STREAM_ID = 101;

  private final LogConfig config;
  private final Consumer<Throwable> onError;
  private final String aeronDirectory;
  private final WakeGroup wakeGroup = new WakeGroup();
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final AeronArchive.Context archiveClient;
  private final ExchangeService service;

  private ExchangeNode(LogConfig config, Consumer<Throwable> onError) {
    this.config = config;
    this.onError = onError;
    aeronDirectory = AeronFiles.driverDirectory(config.directory());
    archiveClient =
        new AeronArchive.Context()
            .aeronDirectoryName(aeronDirectory)
            .controlRequestChannel("aeron:ipc")
            .controlResponseChannel("aeron:ipc?alias=archive-reply")
            .controlResponseStreamId(2_010)
            .errorHandler(onError::accept);
    service = new ExchangeService(archiveClient, () -> config.threads().bind(EngineThread.SERVICE));
  }

  /**
   * Starts a member and waits until it leads.
   *
   * @param onError hears of every error in the engine's threads
   * @throws LogException when the log is damaged or does not start
   */
  public static ExchangeNode launch(LogConfig config, Consumer<Throwable> onError) {
    ExchangeNode node = new ExchangeNode(config, onError);
    try {
      node.open();
      return node;
    } catch (RuntimeException e) {
      node.close();
      throw e instanceof LogException
          ? e
          : new LogException("the log did not start: " + e.getMessage(), e);
    }
  }

  private void open() {
    List<String> faults = config.threads().faults();
    if (!faults.isEmpty()) {
      throw new LogException(String.join("; ", faults));
    }
    AeronFiles.requireSameWire(config);
    AeronFiles.clearMarks(config);
    AeronFiles.verify(config);
    ErrorHandler errors = onError::accept;
    int[] ports = AeronFiles.ports(config.portBase());
    opened.push(MediaDriver.launch(driver(errors)));
    opened.push(Archive.launch(archive(errors, ports[4])));
    opened.push(ConsensusModule.launch(consensus(errors, ports)));
    opened.push(ClusteredServiceContainer.launch(container(errors)));
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (!service.isLeading()) {
      if (System.nanoTime() > deadline) {
        throw new LogException("the log was not applied within 10 minutes");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private MediaDriver.Context driver(ErrorHandler errors) {
    EngineThreads threads = config.threads();
    MediaDriver.Context context = new MediaDriver.Context();
    if (threads.dedicated()) {
      context
          .threadingMode(ThreadingMode.DEDICATED)
          .conductorIdleStrategy(idle(2))
          .conductorThreadFactory(threads.factory(EngineThread.DRIVER))
          .senderIdleStrategy(idle(2))
          .senderThreadFactory(threads.factory(EngineThread.SENDER))
          .receiverIdleStrategy(idle(2))
          .receiverThreadFactory(threads.factory(EngineThread.RECEIVER));
    } else {
      context
          .threadingMode(ThreadingMode.SHARED)
          .sharedIdleStrategy(idle(2))
          .sharedThreadFactory(threads.factory(EngineThread.DRIVER));
    }
    return context
        .aeronDirectoryName(aeronDirectory)
        .asyncExecutorIdleStrategy(new SleepingMillisIdleStrategy(10))
        .dirDeleteOnStart(true)
        .dirDeleteOnShutdown(true)
        .warnIfDirectoryExists(false)
        .spiesSimulateConnection(true)
        .ipcTermBufferLength(4 << 20)
        .publicationTermBufferLength(1 << 20)
        .termBufferSparseFile(false)
        .errorHandler(errors);
  }

  private Archive.Context archive(ErrorHandler errors, int controlPort) {
    EngineThreads threads = config.threads();
    Archive.Context context = new Archive.Context();
    if (threads.dedicated()) {
      context
          .threadingMode(ArchiveThreadingMode.DEDICATED)
          .recorderIdleStrategySupplier(this::archiveIdle)
          .recorderThreadFactory(threads.factory(EngineThread.RECORDER))
          .replayerIdleStrategySupplier(this::archiveIdle)
          .replayerThreadFactory(threads.factory(EngineThread.REPLAYER));
    } else {
      context.threadingMode(ArchiveThreadingMode.SHARED);
    }
    return context
        .aeronDirectoryName(aeronDirectory)
        .archiveDir(config.archiveDirectory().toFile())
        .idleStrategySupplier(this::archiveIdle)
        .threadFactory(threads.factory(EngineThread.ARCHIVE))
        .controlChannel("aeron:udp?endpoint=" + config.host() + ":" + controlPort)
        .localControlChannel("aeron:ipc")
        .replicationChannel("aeron:udp?endpoint=" + config.host() + ":0")
        .recordingEventsEnabled(false)
        .fileSyncLevel(config.syncLevel())
        .catalogFileSyncLevel(config.syncLevel())
        .segmentFileLength(64 << 20)
        .fileIoMaxLength(1 << 20)
        .recordChecksum(Checksums.crc32c())
        .errorHandler(errors);
  }

  private ConsensusModule.Context consensus(ErrorHandler errors, int[] ports) {
    String host = config.host();
    String members =
        "0," + host + ":" + ports[0] + "," + host + ":" + ports[1] + "," + host + ":" + ports[2]
            + "," + host + ":" + ports[3] + "," + host + ":" + ports[4];
    return new ConsensusModule.Context()
        .aeronDirectoryName(aeronDirectory)
        .clusterDir(config.clusterDirectory().toFile())
        .clusterId(CLUSTER_ID)
        .clusterMemberId(0)
        .clusterMembers(members)
        .ingressChannel("aeron:udp?term-length=1m")
        .ingressStreamId(INGRESS_STREAM_ID)
        .isIpcIngressAllowed(true)
        .logChannel("aeron:udp?term-length=16m|mtu=8k")
        .replicationChannel("aeron:udp?endpoint=" + host + ":0")
        .snapshotChannel("aeron:ipc?alias=snapshot|term-length=1m")
        .fileSyncLevel(config.syncLevel())
        .maxConcurrentSessions(100)
        .clusterClock(new NanosecondClusterClock())
        .idleStrategySupplier(() -> idle(10))
        .threadFactory(config.threads().factory(EngineThread.CONSENSUS))
        .archiveContext(archiveClient.clone().controlResponseStreamId(2_011))
        .terminationHook(() -> onError.accept(new LogException("the log has stopped")))
        .errorHandler(errors);
  }

  private ClusteredServiceContainer.Context container(ErrorHandler errors) {
    return new ClusteredServiceContainer.Context()
        .aeronDirectoryName(aeronDirectory)
        .clusterDir(config.clusterDirectory().toFile())
        .clusterId(CLUSTER_ID)
        .clusteredService(service)
        .snapshotChannel("aeron:ipc?alias=snapshot|term-length=1m")
        .idleStrategySupplier(() -> idle(10))
        .archiveContext(archiveClient.clone().controlResponseStreamId(2_012))
        .terminationHook(
            () -> onError.accept(new LogException("the exchange's service has stopped")))
        .errorHandler(errors);
  }

  private IdleStrategy idle(long maxParkMs) {
    return switch (config.idle()) {
      case WAKE -> wakeGroup.member(maxParkMs);
      case YIELD -> YieldingIdleStrategy.INSTANCE;
      case SPIN -> BusySpinIdleStrategy.INSTANCE;
    };
  }

  /** Readers of events sleep in any case: where the others do not, the archive wakes them. */
  private IdleStrategy archiveIdle() {
    IdleStrategy idle = idle(10);
    return config.idle() == LogConfig.Idle.WAKE ? idle : wakeGroup.waking(idle);
  }

  /** A client of this member, to send commands. */
  public ExchangeClient connectClient() {
    boolean sleepless = config.idle() != LogConfig.Idle.WAKE;
    return ExchangeClient.connect(
        connectAeron(),
        sleepless ? new WakeGroup() : wakeGroup,
        idle(10),
        ExchangeClient.Route.IN_PROCESS,
        onError,
        config.threads().factory(EngineThread.CLIENT));
  }

  /** A reader of this member's recorded events. */
  public RecordedEvents connectEvents() {
    return new RecordedEvents(
        () -> connectArchive(2_013),
        wakeGroup,
        () -> "aeron:ipc?term-length=4m|alias=events-reader");
  }

  /**
   * This member's log, readable while it runs.
   *
   * @param progress hears now and then of how far a reading is, 0 to 1000
   */
  public RecordedLog connectLog(LongConsumer progress) {
    return new RecordedLog(
        () -> connectArchive(2_014), () -> "aeron:ipc?term-length=4m|alias=log-reader", progress);
  }

  private AeronArchive connectArchive(int replyStreamId) {
    return AeronArchive.connect(
        archiveClient
            .clone()
            .aeron(connectAeron())
            .ownsAeronClient(true)
            .controlResponseStreamId(replyStreamId));
  }

  private Aeron connectAeron() {
    return Aeron.connect(
        new Aeron.Context().aeronDirectoryName(aeronDirectory).errorHandler(onError::accept));
  }

  /** The number of the last event made; from any thread. */
  public long sequence() {
    return service.sequence();
  }

  /** Ingress messages applied since the start; from any thread. */
  public long commands() {
    return service.commands();
  }

  /**
   * When the machine has something to do next that no command asks for, nanoseconds since 1970 UTC;
   * {@link Long#MAX_VALUE} never. From any thread.
   */
  public long nextDueNs() {
    return service.nextDueNs();
  }

  /**
   * Where the machine stands, as a replay of its log says it too.
   *
   * @return empty when the service's thread did not answer within the timeout
   */
  public Optional<State> state(Duration timeout) {
    CompletableFuture<State> asked = service.state();
    wakeGroup.wake();
    try {
      State state = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(state);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * A moment of the machine.
   *
   * @param sequence of the last event made
   * @param hash of everything that could alter an outcome
   */
  public record State(long sequence, String hash) {}

  /**
   * Takes a snapshot and waits for it.
   *
   * @return whether it was taken in time
   */
  public boolean snapshot(Duration timeout) {
    try (Aeron aeron = connectAeron()) {
      AtomicCounter toggle = ClusterControl.findControlToggle(aeron.countersReader(), CLUSTER_ID);
      if (toggle == null || !ClusterControl.ToggleState.SNAPSHOT.toggle(toggle)) {
        return false;
      }
      wakeGroup.wake();
      long deadline = System.nanoTime() + timeout.toNanos();
      while (ClusterControl.ToggleState.get(toggle) != ClusterControl.ToggleState.NEUTRAL) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        LockSupport.parkNanos(1_000_000);
      }
      return true;
    }
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      CloseHelper.close(onError::accept, opened.pop());
    }
  }
}
