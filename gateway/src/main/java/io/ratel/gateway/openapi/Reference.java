package io.ratel.gateway.openapi;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import java.util.ArrayList;
import java.util.List;

/** Adds the two operations that describe all of them, themselves included. */
public final class Reference {
  private final List<Operation<?, ?>> operations;
  private final String document;
  private final String page;

  private Reference(List<Operation<?, ?>> others) {
    List<Operation<?, ?>> all = new ArrayList<>(others);
    all.add(
        Operation.get("openApi", "/openapi.json", "The OpenAPI 3.1 document.")
            .answers(
                Nothing.class,
                200,
                Shape.text("application/json"),
                (q, c) -> Answer.ok(document())));
    all.add(
        Operation.get("docs", "/docs", "This page.")
            .answers(Nothing.class, 200, Shape.text("text/html"), (q, c) -> Answer.ok(page())));
    operations = List.copyOf(all);
    document = Json.text(OpenApi.of(operations));
    page = DocsPage.of(operations);
  }

  /** The operations and their two descriptions. */
  public static List<Operation<?, ?>> describing(List<Operation<?, ?>> operations) {
    return new Reference(operations).operations;
  }

  private String document() {
    return document;
  }

  private String page() {
    return page;
  }
}
