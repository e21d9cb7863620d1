package org.isfsim.article;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what programs read of an article as one JSON document, the named tables last. */
final class JsonRenderer implements Renderer {

  private final Map<String, Object> head;

  /**
   * @param head what stands above the rest
   */
  JsonRenderer(Map<String, Object> head) {
    this.head = head;
  }

  @Override
  public String render(Article article) {
    Map<String, Object> tables = new LinkedHashMap<>();
    article.tables().forEach(table -> tables.put(table.name(), table.objects()));
    Map<String, Object> document = new LinkedHashMap<>(head);
    document.putAll(article.values());
    if (!tables.isEmpty()) {
      document.put("tables", tables);
    }
    return Json.document(document);
  }
}
