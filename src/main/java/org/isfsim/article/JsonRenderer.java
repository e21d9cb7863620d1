package org.isfsim.article;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the named tables of an article as one JSON document, their cells as values. */
final class JsonRenderer implements Renderer {

  @Override
  public String render(Article article) {
    Map<String, Object> tables = new LinkedHashMap<>();
    article.tables().forEach(table -> tables.put(table.name(), table.objects()));
    return Json.document(Json.object("title", article.title(), "tables", tables));
  }
}
