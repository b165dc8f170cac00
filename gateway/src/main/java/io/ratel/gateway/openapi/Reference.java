package io.ratel.gateway.openapi;

import io.ratel.gateway.operation.Answer;
import io.ratel.gateway.operation.Json;
import io.ratel.gateway.operation.Nothing;
import io.ratel.gateway.operation.Operation;
import io.ratel.gateway.operation.Shape;
import io.ratel.quant.QuantCatalog;
import java.util.ArrayList;
import java.util.List;

/** Adds the two operations that describe all of them, themselves included. */
public final class Reference {
  private final List<Operation<?, ?>> operations;
  private final QuantCatalog functions;
  private String document = "";
  private String page = "";

  private Reference(List<Operation<?, ?>> others, QuantCatalog functions) {
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
    this.functions = functions;
  }

  /** The operations and their two descriptions, which are made when they are first asked for. */
  public static List<Operation<?, ?>> describing(
      List<Operation<?, ?>> operations, QuantCatalog functions) {
    return new Reference(operations, functions).operations;
  }

  private synchronized String document() {
    if (document.isEmpty()) {
      document = Json.text(OpenApi.of(operations, functions));
    }
    return document;
  }

  private synchronized String page() {
    if (page.isEmpty()) {
      page = DocsPage.of(operations);
    }
    return page;
  }
}
