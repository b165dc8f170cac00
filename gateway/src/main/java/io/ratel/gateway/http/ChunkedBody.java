package io.ratel.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A body that is written while it is made, by one thread that is no event loop. A chunk waits until
 * the one before has left, so a slow client slows the writer and costs no memory; one that takes
 * nothing for a while ends it.
 */
final class ChunkedBody extends OutputStream {
  private static final int CHUNK = 64 << 10;
  private static final long STUCK_S = 30;

  private final Context context;
  private final HttpServerResponse response;
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private boolean ended;

  ChunkedBody(Context context, HttpServerResponse response) {
    this.context = context;
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == CHUNK) {
      send();
    }
    chunk[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int at = offset; at < offset + length; ) {
      if (filled == CHUNK) {
        send();
      }
      int part = Math.min(CHUNK - filled, offset + length - at);
      System.arraycopy(bytes, at, chunk, filled, part);
      filled += part;
      at += part;
    }
  }

  private void send() throws IOException {
    Buffer buffer = Buffer.buffer().appendBytes(chunk, 0, filled);
    filled = 0;
    await(() -> response.write(buffer));
  }

  /** Sends what is left and ends the answer; again it does nothing. */
  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    Buffer buffer = Buffer.buffer().appendBytes(chunk, 0, filled);
    filled = 0;
    await(() -> response.end(buffer));
  }

  private void await(Supplier<Future<Void>> write) throws IOException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    context.runOnContext(
        ignored -> {
          if (response.closed()) {
            done.completeExceptionally(new IOException("the client has gone"));
            return;
          }
          try {
            write.get().onSuccess(done::complete).onFailure(done::completeExceptionally);
          } catch (RuntimeException e) {
            done.completeExceptionally(e); // the answer is over
          }
        });
    try {
      done.get(STUCK_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("the client has gone", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the client took nothing for " + STUCK_S + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the node is stopping");
    }
  }
}
