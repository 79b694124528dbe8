import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { TABLE } from "../../shared/table.ts";

/** What can be done with single items, and with those of one partition. */
export type ItemAction = "GetItem" | "BatchGetItem" | "PutItem" | "UpdateItem" | "Query";

/** How the table is kept. */
export interface TwinTableProps {
  /**
   * Whether the data goes when the stack goes. If not, the table survives the stack, cannot be deleted by mistake, and
   * can be restored to any second of the last 35 days.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
  /**
   * Whether what has expired is deleted.
   *
   * @default false
   */
  readonly forgetful?: boolean;
}

/**
 * The one table. It is paid for by the request, and encrypted with a key of DynamoDB's own: one of KMS would cost a
 * request for most reads and writes, and protect the data from nobody else.
 */
export class TwinTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { ephemeral = false, forgetful = false }: TwinTableProps = {}) {
    super(scope, id);
    this.table = new Table(this, "Table", {
      partitionKey: text(TABLE.partitionKey),
      sortKey: text(TABLE.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      ...(forgetful && { timeToLiveAttribute: TABLE.timeToLive }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: !ephemeral },
      deletionProtection: !ephemeral,
      removalPolicy: ephemeral ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    for (const { name, partitionKey, sortKey } of [TABLE.fleetIndex, TABLE.dueIndex]) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    if (ephemeral) {
      Validations.of(this.table).acknowledge({
        id: "AwsSolutions-DDB3",
        reason: "The stage is ephemeral: its data is made up, and a backup would outlive it.",
      });
    }
  }

  /** Permits these actions on the items of the table, and nothing on its indexes. */
  grantItems(grantee: IGrantable, ...actions: readonly ItemAction[]): void {
    this.#grant(grantee, actions, this.table.tableArn);
  }

  /** Permits to query one of the indexes. */
  grantIndex(grantee: IGrantable, index: "fleetIndex" | "dueIndex"): void {
    this.#grant(grantee, ["Query"], `${this.table.tableArn}/index/${TABLE[index].name}`);
  }

  #grant(grantee: IGrantable, actions: readonly ItemAction[], resource: string): void {
    const named = actions.map((action) => `dynamodb:${action}`);
    Grant.addToPrincipal({ grantee, actions: named, resourceArns: [resource] });
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });
