package io.huhang.electronic;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.Sha256;

import org.springframework.stereotype.Component;

/**
 * Scans of a 签报 that was signed on paper (线下签批). An authority may print one of its own,
 * which carries no code.
 */
@Component
public class SignedScans {

	private static final String PDF = "application/pdf";

	private static final String CLAUSE = "系统规则";

	private final ScannedCodes codes;

	SignedScans(ScannedCodes codes) {
		this.codes = codes;
	}

	/**
	 * Why this can't be the signed paper about a revision: a page belongs to something
	 * else, or nobody has signed it yet.
	 * @param print the 签报 as the system prints it
	 */
	public Optional<Problem> objection(StoredFile scan, String number, int revision, Supplier<byte[]> print) {
		return foreign(scan, number, revision).or(() -> unsigned(scan, print))
			.map(text -> new Problem("approvalScan", text, CLAUSE));
	}

	private Optional<String> foreign(StoredFile scan, String number, int revision) {
		return this.codes.paper(List.of(scan), 0)
			.foreign(number, revision)
			.map(code -> "扫描件第%d页上的二维码属于%s第%d版，应为%s第%d版，请上传领导签批后的本版签报。".formatted(code.page(), code.number(),
					code.revision(), number, revision));
	}

	// Printed only where the scan could be it: that takes longer than all other checks.
	private static Optional<String> unsigned(StoredFile scan, Supplier<byte[]> print) {
		return scan.mediaType().equals(PDF) && Sha256.hex(print.get()).equals(scan.sha256())
				? Optional.of("“%s”是系统生成的签报，没有领导签批，请打印签批后上传扫描件。".formatted(scan.name())) : Optional.empty();
	}

}
