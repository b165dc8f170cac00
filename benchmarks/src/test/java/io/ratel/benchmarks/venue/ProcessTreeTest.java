package io.ratel.benchmarks.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessTreeTest {
  private final ProcessTree own = new ProcessTree(ProcessHandle.current(), Optional.empty());

  @Test
  void thisSystemIsReadable() {
    assertThat(ProcessTree.isReadable()).isTrue();
  }

  @Test
  void aJvmTakesMemoryAndProcessorTime() throws IOException {
    assertThat(own.memory()).isBetween(10L << 20, 64L << 30);
    assertThat(own.processorNs()).isPositive();
  }

  @Test
  void whatAChildUsedIsCountedWhileItRunsAndAfterItHasEnded() throws Exception {
    long before = own.processorNs();
    Process child =
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; read x")
            .start();
    long used = 50_000_000;
    long running = before;
    while (running - before < used && child.isAlive()) {
      running = own.processorNs();
    }
    assertThat(child.isAlive()).as("it waits for a line").isTrue();
    assertThat(running).isGreaterThanOrEqualTo(before + used);
    child.getOutputStream().close();
    assertThat(child.waitFor()).isEqualTo(1);
    assertThat(own.processorNs()).isGreaterThanOrEqualTo(running);
  }

  @Test
  void aProcessApartIsCountedOnce() throws IOException {
    ProcessTree twice =
        new ProcessTree(ProcessHandle.current(), Optional.of(ProcessHandle.current()));
    assertThat(twice.memory()).isLessThan(own.memory() * 3 / 2);
  }
}
