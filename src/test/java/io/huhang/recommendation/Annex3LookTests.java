package io.huhang.recommendation;
import java.nio.file.*; import java.time.*; import java.util.*;
import io.huhang.document.*;
import org.junit.jupiter.api.Test;
class Annex3LookTests {
	@Test void look() throws Exception {
		Annex3Documents documents = new Annex3Documents(Documents.WORD, Documents.PDF, Documents.BINDER);
		Stamp stamp = new Stamp("HH2024-TJ-330000-joint", 3, "", "", true);
		List<Annex3.Row> rows = new ArrayList<>();
		for (int i=0;i<21;i++) rows.add(new Annex3.Row("智能装备制造企业工业互联网安全分类分级实践第"+i,"之江示例装备制造有限公司","工业企业","工业互联网安全分类分级","按三级要求完成定级、防护、评测、整改全流程，消除风险46项。".repeat(3),"陈静怡","13800138000"));
		Path out = Path.of("target/look"); Files.createDirectories(out);
		Annex3 a = new Annex3(stamp, List.of("浙江省经济和信息化厅","浙江省通信管理局"), LocalDate.of(2024,12,20), rows, "沈若兰","0571-87051234");
		Files.write(out.resolve("annex3.docx"), documents.word(a)); Files.write(out.resolve("annex3.pdf"), documents.pdf(a).content());
	}
}
