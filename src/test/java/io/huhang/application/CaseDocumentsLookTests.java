package io.huhang.application;
import java.nio.file.*; import java.time.*; import java.util.*;
import io.huhang.attachment.StoredFile; import io.huhang.campaign.Campaigns; import io.huhang.document.*;
import org.junit.jupiter.api.Test;
class CaseDocumentsLookTests {
	@Test void look() throws Exception {
		CaseDocuments documents = new CaseDocuments(Campaigns.packaged(), Documents.WORD, Documents.PDF, Documents.BINDER);
		Stamp stamp = new Stamp("HH2024-AL-330000-0007", 2, "0123456789abcdef0123456789abcdef", "http://localhost:8080/verify/HH2024-AL-330000-0007/2/0123456789abcdef", Boolean.getBoolean("draft"));
		List<StoredFile> ev = List.of(new StoredFile(UUID.randomUUID(),"x","evidence",0,"定级报告.pdf","aa23456789abcdef0123",1,"application/pdf",3,"u",Instant.EPOCH),
		 new StoredFile(UUID.randomUUID(),"x","evidence",0,"整改报告（2024年度第三季度网络安全整改情况汇总说明）.docx","bb23456789abcdef0123",1,"x",0,"u",Instant.EPOCH));
		CaseForm form = CaseForms.aCase().with("profile", "公司成立于2001年，主营高端数控机床。".repeat(50)).with("overview","公司按照《工业互联网安全分类分级管理办法》建立网络安全管理制度。".repeat(30)+"\n第二段䶮𠮷镕。\n"+"完成三级评测。".repeat(60)).form();
		CaseDocument d = new CaseDocument(stamp, List.of("浙江省经济和信息化厅"), form, ev);
		Path out = Path.of("target/look"); Files.createDirectories(out);
		long t=System.nanoTime();
		Files.write(out.resolve("annex1.docx"), documents.word(d));
		System.out.println("docx ms "+(System.nanoTime()-t)/1000000); t=System.nanoTime();
		BoundPdf p = documents.pdf(d); Files.write(out.resolve("annex1.pdf"), p.content());
		System.out.println("pdf ms "+(System.nanoTime()-t)/1000000+" pages "+p.pages()+" size "+p.content().length); t=System.nanoTime();
		documents.pdf(d);
		System.out.println("pdf again ms "+(System.nanoTime()-t)/1000000);
		CaseDocument two = new CaseDocument(stamp, List.of("浙江省经济和信息化厅","浙江省通信管理局"), CaseForms.aTelecomCase().form(), List.of());
		Files.write(out.resolve("annex1b.docx"), documents.word(two)); Files.write(out.resolve("annex1b.pdf"), documents.pdf(two).content());
	}
}
