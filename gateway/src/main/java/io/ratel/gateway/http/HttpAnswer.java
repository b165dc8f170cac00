package io.ratel.gateway.http;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.RefusedException;
import io.ratel.gateway.operation.Shape;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A status, headers and a body, ready to be written. */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] EMPTY = {};

  /** Nothing else may be loaded by what we serve, and nobody may frame it. */
  static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  static HttpAnswer of(Shape<?> shape, Answer<?> answer) {
    HttpAnswer plain = plain(shape, answer);
    if (answer.headers().isEmpty()) {
      return plain;
    }
    Map<String, String> headers = new HashMap<>(plain.headers());
    headers.putAll(answer.headers());
    return new HttpAnswer(plain.status(), headers, plain.body());
  }

  private static HttpAnswer plain(Shape<?> shape, Answer<?> answer) {
    return switch (shape.kind()) {
      case NOTHING -> new HttpAnswer(answer.status(), Map.of(), EMPTY);
      case TEXT ->
          of(
              answer.status(),
              shape.mediaType() + "; charset=utf-8",
              answer.body().toString().getBytes(StandardCharsets.UTF_8));
      default -> of(answer.status(), shape.mediaType(), Json.bytes(answer.body()));
    };
  }

  /** What is said of a file before its first byte. */
  static Map<String, String> headers(Shape.File file) {
    return Map.of(
        "Content-Type",
        file.mediaType(),
        "Content-Disposition",
        "attachment; filename=\"" + file.name() + "\"",
        "Cache-Control",
        "no-store");
  }

  static HttpAnswer of(RefusedException refused, String rayId) {
    return of(refused.code().status(), "application/json", Json.bytes(refused.body(rayId)));
  }

  private static HttpAnswer of(int status, String mediaType, byte[] body) {
    return new HttpAnswer(
        status, Map.of("Content-Type", mediaType, "Cache-Control", "no-store"), body);
  }
}
