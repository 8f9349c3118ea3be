extension StarterDistrict {
  static let areas = """
    area,title,short_title
    ELA,English Language Arts,English Language Arts
    MATH,Mathematics,Mathematics

    """

  static let competencies = """
    code,tier,areas,parents,short_name,statement,alignments,unit,grade_level
    GC.COM,graduation,,,Communicates with purpose,Chooses words and form for a particular audience.,,,
    GC.INQ,graduation,,,Inquires and solves problems,Asks a question and answers it from evidence.,,,
    ELA.RDG,content-area,ELA,,Reading complex texts,Reads long and demanding texts of many kinds.,\
    CCSS-ELA:CCSS.ELA-LITERACY.RL.9-10.1,,
    ELA.LIT,content-area,ELA,,Literary analysis,Explains how language and structure make meaning.,\
    CCSS-ELA:CCSS.ELA-LITERACY.RL.9-10.2,,
    ELA.ARG,content-area,ELA,,Argument writing,Argues from evidence and answers objections.,\
    CCSS-ELA:CCSS.ELA-LITERACY.W.9-10.1,,
    ELA.RES,content-area,ELA,,Research and citation,Answers a question from credible sources.,\
    CCSS-ELA:CCSS.ELA-LITERACY.W.9-10.7,,
    ELA.SPK,content-area,ELA,,Speaking and listening,Leads and follows a discussion of a text.,\
    CCSS-ELA:CCSS.ELA-LITERACY.SL.9-10.1,,
    MATH.NUM,content-area,MATH,,Number and quantity,Uses numbers and units with fitting precision.,\
    CCSS-M:HSN-Q.A.1,,
    MATH.ALG,content-area,MATH,,Algebraic structure,Rewrites expressions to show what is wanted.,\
    CCSS-M:HSA-SSE.A.2,,
    MATH.FUN,content-area,MATH,,Functions and modeling,Describes how one quantity depends on another.,\
    CCSS-M:HSF-IF.B.4,,
    MATH.GEO,content-area,MATH,,Geometric reasoning,"Reasons about shape, position and measure.",\
    CCSS-M:HSG-MG.A.1,,
    MATH.STA,content-area,MATH,,Statistics and probability,Questions data and states how sure it is.,\
    CCSS-M:HSS-IC.B.3,,
    ENG9.1,objective,,ELA.RDG,Reading a whole novel,Traces how a character changes.,,The novel,9
    ENG9.2,objective,,ELA.ARG,Claim and evidence,Writes one claim with two kinds of evidence.,,\
    Argument,9
    ENG9.3,objective,,ELA.SPK,Taking part in a seminar,Builds on what others say about a text.,,\
    Seminar,9
    ENG10.1,objective,,ELA.LIT,Theme across cultures,Compares one theme in two works.,,World voices,10
    ENG10.2,objective,,ELA.RES,First research paper,Documents an answer from four sources.,,\
    Research,10
    ALG1.1,objective,,MATH.ALG,Linear equations,Solves and justifies linear equations.,\
    CCSS-M:HSA-REI.B.3,Equations,9
    ALG1.2,objective,,MATH.FUN,Linear functions,Builds linear functions from tables and stories.,\
    CCSS-M:HSF-LE.A.2,Functions,9
    ALG1.3,objective,,MATH.NUM,Units and rates,Chooses units and accuracy.,CCSS-M:HSN-Q.A.2,Measuring,9
    GEOM.1,objective,,MATH.GEO,Congruence and proof,Proves that figures are congruent.,\
    CCSS-M:HSG-CO.B.7,Congruence,10
    GEOM.2,objective,,MATH.STA,Measuring and error,Describes the spread of repeated measurements.,\
    CCSS-M:HSS-ID.A.2,Measurement,10

    """

  static let courses = """
    course,title,credit,credit_areas,competencies,level,grade_level,content_area,sced
    ENG9,English 9,1,humanities,ENG9.1;ENG9.2;ENG9.3,,9,ELA,01001
    ENG10,English 10,1,humanities,ENG10.1;ENG10.2,,10,ELA,01002
    ALG1,Algebra I,1,stem,ALG1.1;ALG1.2;ALG1.3,,9,MATH,02052
    GEOM,Geometry,1,stem,GEOM.1;GEOM.2,,10,MATH,02072

    """

  static let evidence = """
    evidence_id,student_id,competency,demonstrated_on,recorded_on,level,assessment_type,purpose,title,\
    assessor,status,replaces
    E1,1001,ENG9.1,2025-11-06,2025-11-10,DV,quiz,formative,Draft: the novel,A. Sample,,
    E2,1001,ENG9.1,2025-11-20,2025-11-24,PR,essay,summative,Essay: the novel,A. Sample,,
    E3,1001,ENG9.2,2026-03-12,2026-03-16,PR,essay,summative,Argument: the cafeteria,A. Sample,,
    E4,1001,ELA.ARG,2026-05-14,2026-05-18,PR,exhibition,summative,Grade 9 exhibition,A. Sample,,
    E5,1001,ENG9.3,2026-06-02,2026-06-04,EX,presentation,summative,Seminar: the novel,A. Sample,,
    E6,1001,ALG1.1,2025-11-18,2025-11-19,PR,test,summative,Test: equations,B. Sample,,
    E7,1001,MATH.ALG,2026-04-09,2026-04-10,PR,project,summative,Project: bus fares,B. Sample,,
    E8,1001,ALG1.2,2026-02-10,2026-02-11,EX,performance-task,summative,Task: functions,B. Sample,,
    E9,1001,ALG1.3,2026-06-03,2026-06-05,PR,test,summative,Test: measuring,B. Sample,,
    E10,1002,ALG1.1,2025-11-18,2025-11-19,DV,test,summative,Test: equations,B. Sample,,
    E11,1002,ALG1.1,2025-12-04,2025-12-05,PR,test,summative,"Test: equations, second try",B. Sample,,
    E12,1002,ALG1.2,2026-02-10,2026-02-11,PR,performance-task,summative,Task: functions,B. Sample,,
    E13,1002,ALG1.3,2026-06-03,2026-06-04,DV,test,summative,Test: measuring,B. Sample,,
    E14,1002,ALG1.3,2026-06-03,2026-06-08,PR,test,summative,Test: measuring,B. Sample,,E13
    E15,1002,ENG9.1,2025-11-20,2025-11-24,PR,essay,summative,Essay: the novel,A. Sample,,
    E16,1002,ENG9.2,2026-03-12,2026-03-16,,essay,summative,Argument: the cafeteria,A. Sample,missed,
    E17,1002,GC.COM,2026-05-14,2026-05-18,PR,portfolio,summative,Grade 9 portfolio,A. Sample,,
    E18,1003,ENG9.1,2026-10-01,2026-10-05,DV,quiz,formative,Draft: the novel,A. Sample,,

    """
}
