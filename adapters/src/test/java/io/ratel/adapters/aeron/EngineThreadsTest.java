package io.ratel.adapters.aeron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aeron.archive.client.ArchiveEvent;
import io.ratel.adapters.aeron.thread.EngineThread;
import io.ratel.adapters.aeron.thread.EngineThreads;
import io.ratel.adapters.linux.Processors;
import io.ratel.exchange.EventLog;
import io.ratel.exchange.Reply;
import io.ratel.model.order.OrderStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real member whose threads do not sleep, or have processors of their own. */
final class EngineThreadsTest {
  private static final int NOWHERE = Processors.MAX - 1;

  private final List<Throwable> errors = new CopyOnWriteArrayList<>();
  @TempDir Path directory;

  @ParameterizedTest(name = "{0}, dedicated {1}")
  @CsvSource({"WAKE, true", "YIELD, false", "SPIN, false", "SPIN, true"})
  void anOrderGoesThroughAndIsReadHoweverTheThreadsWait(LogConfig.Idle idle, boolean dedicated) {
    EngineThreads threads = new EngineThreads(dedicated, Map.of());
    placesAnOrder(LogConfig.laptop(directory).with(idle, threads));
  }

  @Test
  void onlyTheThreadsThatAreNamedStayOnTheirProcessors() throws IOException {
    assumeTrue(Processors.ofThisMachine().isPresent(), "skipped: only Linux binds threads");
    List<Integer> allowed = Processors.ofThisMachine().get().allowed();
    assumeTrue(allowed.size() > 1, "skipped: one processor is everybody's");
    Map<EngineThread, Integer> processors =
        Map.of(EngineThread.SERVICE, allowed.getLast(), EngineThread.CLIENT, allowed.getFirst());
    EngineThreads threads = new EngineThreads(false, processors);
    assertThat(threads.faults()).isEmpty();
    LogConfig config = LogConfig.laptop(directory).with(LogConfig.Idle.WAKE, threads);
    try (ExchangeNode node = ExchangeNode.launch(config, errors::add);
        ExchangeClient client = node.connectClient()) {
      ExchangeNodeTest.openFunded(client, "alice");
      assertThat(threadsOn(allowed.getLast())).hasSize(1);
      assertThat(threadsOn(allowed.getFirst())).containsExactly("exchange-client");
    }
    assertThat(errors).isEmpty();
  }

  /** The names of threads that may run on this processor and no other, as the kernel has them. */
  private static List<String> threadsOn(int processor) throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      return tasks
          .map(task -> task.resolve("status"))
          .map(EngineThreadsTest::lines)
          .filter(lines -> lines.contains("Cpus_allowed_list:\t" + processor))
          .map(lines -> lines.getFirst().substring("Name:\t".length()))
          .toList();
    }
  }

  private static List<String> lines(Path status) {
    try {
      return Files.readAllLines(status);
    } catch (IOException e) {
      return List.of(); // a thread that has just ended
    }
  }

  private void placesAnOrder(LogConfig config) {
    try (ExchangeNode node = ExchangeNode.launch(config, errors::add);
        ExchangeClient client = node.connectClient();
        RecordedEvents events = node.connectEvents();
        EventLog.Reader reader = events.follow(0)) {
      long account = ExchangeNodeTest.openFunded(client, "alice");
      Reply placed = client.submit(ExchangeNodeTest.buy(account, 100, 3, "order-1"));
      assertThat(placed.status()).isEqualTo(OrderStatus.OPEN);
      AtomicLong read = new AtomicLong();
      while (read.get() < placed.sequence()) {
        if (reader.poll((sequence, timestamp, event) -> read.set(sequence), 100) == 0) {
          reader.await(10_000_000);
        }
      }
    }
    // The archive may warn of a request that came as its session closed.
    assertThat(errors).allMatch(error -> error instanceof ArchiveEvent);
  }

  @Test
  void whatTheMachineCannotDoIsListedAndStartsNothing() {
    assumeTrue(Processors.ofThisMachine().isPresent(), "skipped: only Linux binds threads");
    int first = Processors.ofThisMachine().get().allowed().getFirst();
    EngineThreads threads =
        new EngineThreads(
            false,
            Map.of(
                EngineThread.SERVICE,
                first,
                EngineThread.CONSENSUS,
                first,
                EngineThread.ARCHIVE,
                NOWHERE,
                EngineThread.SENDER,
                -1));
    assertThat(threads.faults())
        .satisfiesExactly(
            fault ->
                assertThat(fault).isEqualTo("consensus must have another processor than service"),
            fault -> assertThat(fault).startsWith("archive must be a processor").contains("1023"),
            fault -> assertThat(fault).startsWith("sender is a thread only with"),
            fault -> assertThat(fault).startsWith("sender must be a processor").contains("-1"));
    LogConfig config = LogConfig.laptop(directory).with(LogConfig.Idle.WAKE, threads);
    assertThatThrownBy(() -> ExchangeNode.launch(config, errors::add))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("archive must be a processor");
    assertThat(directory).isEmptyDirectory();
  }
}
