package io.ratel.benchmarks.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ratel.benchmarks.measure.Workplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A broadcast server of Node's {@code ws}, which says what a venue said. */
final class PeerBroadcaster implements Broadcaster {
  static final String NAME = "ws";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workplace place;
  private final Process process;
  private final BufferedReader answers;
  private final Writer orders;
  private final InetSocketAddress address;

  private PeerBroadcaster(Workplace place, Process process) throws IOException {
    this.place = place;
    this.process = process;
    this.answers = process.inputReader();
    this.orders = process.outputWriter();
    this.address = new InetSocketAddress("127.0.0.1", answer("port").asInt());
  }

  /**
   * @param payload what it says
   */
  static PeerBroadcaster start(Workplace place, String payload) throws IOException {
    Path script = place.root().resolve("web/dev/broadcast.js");
    Process process =
        new ProcessBuilder("node", "--expose-gc", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    PeerBroadcaster peer = new PeerBroadcaster(place, process);
    place.began(peer);
    peer.order(JSON.createObjectNode().put("payload", payload));
    return peer;
  }

  /** The version of the library that is installed. */
  static String version(Workplace place) throws IOException {
    Path manifest = place.root().resolve("web/node_modules/ws/package.json");
    return JSON.readTree(manifest.toFile()).get("version").asText();
  }

  private JsonNode answer(String name) throws IOException {
    String line = answers.readLine();
    JsonNode value = line == null ? null : JSON.readTree(line).get(name);
    if (value == null) {
      throw new IOException("the peer answered '" + line + "' and not with " + name);
    }
    return value;
  }

  private JsonNode order(ObjectNode order) throws IOException {
    orders.write(order + "\n");
    orders.flush();
    return answer(order.fieldNames().next());
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public String topic() {
    return "any";
  }

  @Override
  public void prepare() {}

  @Override
  public void broadcast() throws IOException {
    order(JSON.createObjectNode().put("broadcast", 1));
  }

  @Override
  public Memory memory() throws IOException {
    long heap = order(JSON.createObjectNode().put("memory", 1)).asLong();
    return new Memory(heap, Processes.residentBytes(process.pid()));
  }

  @Override
  public void close() throws IOException {
    place.ended(this);
    process.destroy();
    orders.close();
  }
}
