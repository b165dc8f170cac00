package io.ratel.adapters.aeron;

import io.aeron.Aeron;
import io.aeron.Publication;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.client.EgressListener;
import io.aeron.logbuffer.Header;
import io.ratel.adapters.aeron.thread.EngineThread;
import io.ratel.adapters.aeron.thread.EngineThreads;
import io.ratel.adapters.aeron.thread.WakeGroup;
import io.ratel.exchange.Answer;
import io.ratel.exchange.ExchangeUnavailableException;
import io.ratel.exchange.OrderEntry;
import io.ratel.exchange.Reply;
import io.ratel.exchange.command.Command;
import io.ratel.exchange.command.CommandCodec;
import io.ratel.exchange.wire.MessageHeaderDecoder;
import io.ratel.exchange.wire.MessageHeaderEncoder;
import io.ratel.exchange.wire.ReplyDecoder;
import io.ratel.exchange.wire.RequestEncoder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands through the cluster's ingress and hands each its answer. Callers from any thread
 * queue their commands; one agent packs what is queued into as few messages as fit, offers them,
 * and polls the answers. When the session is lost, what waits is told so, and a new session is
 * opened.
 */
public final class ExchangeClient implements OrderEntry, AutoCloseable {
  private static final int QUEUE = 65_536;
  // Within one frame of the ingress, so that a message never waits to be put together.
  private static final int IPC_MESSAGE = 7_000;
  private static final int UDP_MESSAGE = 1_200;
  private static final long TIMEOUT_MS = 5_000;
  private static final long KEEP_ALIVE_NS = TimeUnit.SECONDS.toNanos(1);

  /** A command on its way, encoded by the thread that waits for it. */
  private static final class Pending {
    final byte[] bytes;
    final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Pending(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  private final Aeron aeron;
  private final WakeGroup wakeGroup;
  private final AgentRunner runner;
  private final int messageLength;
  private final ManyToOneConcurrentArrayQueue<Pending> queue =
      new ManyToOneConcurrentArrayQueue<>(QUEUE);

  /**
   * The way to a member and back.
   *
   * @param ingressEndpoints members by number, empty in the member's own process
   */
  record Route(String ingressChannel, String ingressEndpoints, String egressChannel) {
    static final Route IN_PROCESS =
        new Route("aeron:ipc?term-length=4m|mtu=8k", "", "aeron:ipc?term-length=4m");

    boolean inProcess() {
      return ingressEndpoints.isEmpty();
    }
  }

  private ExchangeClient(
      Aeron aeron,
      WakeGroup wakeGroup,
      IdleStrategy idle,
      Route route,
      Consumer<Throwable> onError) {
    this.aeron = aeron;
    this.wakeGroup = wakeGroup;
    AeronCluster.Context context =
        new AeronCluster.Context()
            .aeron(aeron)
            .ownsAeronClient(false)
            .ingressChannel(route.ingressChannel())
            .ingressStreamId(ExchangeNode.INGRESS_STREAM_ID)
            .egressChannel(route.egressChannel())
            .egressStreamId(20_000)
            .errorHandler(onError::accept);
    if (!route.inProcess()) {
      context.ingressEndpoints(route.ingressEndpoints());
    }
    messageLength = route.inProcess() ? IPC_MESSAGE : UDP_MESSAGE;
    runner = new AgentRunner(idle, onError::accept, null, new Session(context));
  }

  /** A client whose agent sleeps when there is nothing to do, and is one of the group. */
  static ExchangeClient connect(
      Aeron aeron, WakeGroup wakeGroup, Route route, Consumer<Throwable> onError) {
    return connect(
        aeron,
        wakeGroup,
        wakeGroup.member(10),
        route,
        onError,
        EngineThreads.FREE.factory(EngineThread.CLIENT));
  }

  /**
   * @param wakeGroup is woken for each command
   * @param idle how the agent waits
   */
  static ExchangeClient connect(
      Aeron aeron,
      WakeGroup wakeGroup,
      IdleStrategy idle,
      Route route,
      Consumer<Throwable> onError,
      ThreadFactory threads) {
    ExchangeClient client = new ExchangeClient(aeron, wakeGroup, idle, route, onError);
    AgentRunner.startOnThread(client.runner, threads);
    return client;
  }

  @Override
  public Reply submit(Command command) {
    UnsafeBuffer scratch = new UnsafeBuffer(new byte[CommandCodec.MAX_LENGTH]);
    int length = new CommandCodec().encode(command, scratch, 0);
    byte[] bytes = new byte[length];
    scratch.getBytes(0, bytes);
    Pending pending = new Pending(bytes);
    if (runner.isClosed() || !queue.offer(pending)) {
      throw new ExchangeUnavailableException("the queue to the exchange is full or closed");
    }
    wakeGroup.wake();
    try {
      return pending.reply.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ExchangeUnavailableException("no answer within " + TIMEOUT_MS + " ms", e);
    } catch (ExecutionException e) {
      throw new ExchangeUnavailableException("the session with the exchange was lost", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExchangeUnavailableException("interrupted while waiting for the exchange", e);
    }
  }

  @Override
  public void close() {
    runner.close();
    aeron.close();
  }

  /** The agent: owns the session, on one thread. */
  private final class Session implements Agent, EgressListener {
    private final AeronCluster.Context context;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[messageLength]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RequestEncoder request = new RequestEncoder();
    private final MessageHeaderDecoder replyHeader = new MessageHeaderDecoder();
    private final ReplyDecoder reply = new ReplyDecoder();
    private final Long2ObjectHashMap<Pending> waiting = new Long2ObjectHashMap<>();
    private @Nullable AeronCluster cluster;
    private long correlationId;
    private long nextKeepAlive;
    private int packed;

    Session(AeronCluster.Context context) {
      this.context = context;
      context.egressListener(this);
    }

    @Override
    public int doWork() {
      AeronCluster session = cluster;
      if (session == null || session.isClosed()) {
        lose(new ExchangeUnavailableException("the session was closed"));
        cluster = AeronCluster.connect(context.clone());
        return 1;
      }
      int work = session.pollEgress();
      work += pack();
      if (packed > 0) {
        work += offer(session);
      }
      long now = aeron.context().nanoClock().nanoTime();
      if (now - nextKeepAlive > 0) {
        nextKeepAlive = now + KEEP_ALIVE_NS;
        session.sendKeepAlive();
        waiting.values().removeIf(pending -> pending.reply.isDone());
      }
      return work;
    }

    /** Moves what is queued into the message, as far as it fits. */
    private int pack() {
      int moved = 0;
      Pending next;
      while ((next = queue.peek()) != null
          && packed + Requests.HEADER_LENGTH + next.bytes.length <= messageLength) {
        queue.poll();
        long id = ++correlationId;
        request
            .wrapAndApplyHeader(message, packed, header)
            .correlationId(id)
            .length(next.bytes.length);
        message.putBytes(packed + Requests.HEADER_LENGTH, next.bytes);
        packed += Requests.HEADER_LENGTH + next.bytes.length;
        waiting.put(id, next);
        moved++;
      }
      return moved;
    }

    private int offer(AeronCluster session) {
      long result = session.offer(message, 0, packed);
      if (result > 0) {
        packed = 0;
        return 1;
      }
      if (result == Publication.CLOSED
          || result == Publication.NOT_CONNECTED
          || result == Publication.MAX_POSITION_EXCEEDED) {
        session.close();
      }
      return 0;
    }

    @Override
    public void onMessage(
        long sessionId, long timestamp, DirectBuffer buffer, int offset, int length, Header frame) {
      if (Answer.wrap(buffer, offset, replyHeader, reply)) {
        Pending pending = waiting.remove(reply.correlationId());
        if (pending != null) {
          pending.reply.complete(Answer.decode(reply));
        }
      }
    }

    private void lose(Exception cause) {
      packed = 0;
      for (Pending pending : waiting.values()) {
        pending.reply.completeExceptionally(cause);
      }
      waiting.clear();
    }

    @Override
    public void onClose() {
      lose(new ExchangeUnavailableException("the client was closed"));
      Pending queued;
      while ((queued = queue.poll()) != null) {
        queued.reply.completeExceptionally(
            new ExchangeUnavailableException("the client was closed"));
      }
      if (cluster != null) {
        cluster.close();
      }
    }

    @Override
    public String roleName() {
      return "exchange-client";
    }
  }
}
